"""The catalogue in Korean: every sentence that a student reads."""

from __future__ import annotations

TEXTS: dict[str, dict[str, str]] = {
    "facts": {
        "did_not": "그렇게 되지 않았어요: {fact}.",
        "raised": "그렇게 되지 않고 예외가 났어요: {error}{text}{where}.",
        "not_loaded": "불러올 수 없어요: {text}.",
        "stuck": "끝나지 않았어요. 더 진행할 수 있는 스레드가 없어요.",
        "endless": "끝나지 않았어요.",
        "spun": "끝나기는 했지만, 한 스레드가 기다리는 내내 쉬지 않고 돌았어요.",
        "no_standin": "판정하지 못했어요: {text}.",
        "left": "{threads} 스레드가 아직 끝나지 않았는데 돌아왔어요.",
        "pending": "{threads} 태스크가 아직 끝나지 않았는데 돌아왔어요.",
        "unawaited": "돌아왔지만 {threads}은(는) 한 번도 실행되지 않았어요.",
        "unretrieved": "돌아왔지만 {threads}에서 난 예외를 아무도 듣지 못했어요.",
        "blocked": "{line}행에서 이벤트 루프가 멈춰 있었어요: `{text}`.",
        "unseen": "돌아오기는 했지만, 그때 {threads} 스레드가 끝나 있을지는 운에 달려 "
        "있었어요.",
        "overtaken": "이 순서에서는 `notify()`가 가장 오래 기다린 스레드를 깨우지 "
        "않아요. Python은 그 스레드를 깨운다고 약속하지 않아요.",
        "surprise": "이 순서에서는 아무도 알리지 않았는데 `wait()`가 한 번 돌아와요. "
        "Python 문서에서 허용하는 일이에요(까닭 없는 깨어남).",
        "died": "{thread} 스레드가 예외로 끝났어요: {error}{text}{where}.",
        "gil": "지금 쓰는 파이썬은 그 자리에서 스레드를 좀처럼 바꾸지 않아요. 하지만 "
        "free-threaded 파이썬은 바꾸고, 파이썬 언어에 그러지 말라는 규칙도 없어요.",
        "unsteady": "판정하지 못했어요. 같은 순서로 두 번 실행했는데 서로 달랐어요.",
        "parting": "처음 달라진 곳: 한 번은 {one} / 다른 한 번은 {other}.",
        "step": "{thread}: {cell} ({line}번째 줄)",
        "step_outside": "{thread}: {cell}",
        "over": "이미 끝난 뒤",
        "where": " ({line}번째 줄)",
        "waits": "{thread} 스레드가 {thing} 객체를 기다려요{where}{held}",
        "waits_end": "{thread} 스레드는 {thing} 스레드가 끝나기를 기다려요{where}",
        "held": ". 지금은 {holders} 스레드가 쥐고 있어요",
        "for": ". {holders}이(가) 끝나야 해요",
    },
    "tried": {
        "title": "시도한 것",
        "kept": "약속 {number}개를 모두 지켰어요",
        "kept_1": "약속 {number}개를 지켰어요",
        "some": "약속 {number}개 중 {kept}개를 지켰어요",
        "some_1": "약속 {number}개 중 {kept}개를 지켰어요",
        "lost": "판정하지 못한 것 {number}개",
        "orders": "순서 {number}가지",
        "orders_1": "순서 {number}가지",
        "sample": "그중 표본",
        "all": "있을 수 있는 순서 전부",
        "switches": "강제 전환 {number}번 이하",
        "switches_1": "강제 전환 {number}번 이하",
        "switches_0": "강제 전환 없음",
    },
    "causes": {
        "cycle": "서로를 둥글게 기다리고 있어요",
        "self": "{thread} 스레드가, 자기가 이미 쥐고 있는 {thing} 객체를 기다려요",
        "kept": "{thread} 스레드가 {thing} 객체를 기다리는데, {holder} 스레드가 그것을 "
        "잡고 나서 놓지 않았어요",
        "stuck": "{thread} 스레드가 {thing} 객체를 기다리는데, 상황을 바꿔 줄 스레드가 "
        "남아 있지 않아요",
        "stuck_wake_condition": "{thread} 스레드가 {thing}.wait() 안에서 기다리는데, "
        "notify로 깨워 줄 스레드가 남아 있지 않아요",
        "stuck_wake_event": "{thread} 스레드가 {thing} 객체를 기다리는데, set을 호출해 "
        "줄 스레드가 남아 있지 않아요",
        "stuck_acquire": "{thread} 스레드가 {thing} 객체를 기다리는데, 그것을 놓아 줄 "
        "스레드가 남아 있지 않아요",
        "stuck_acquire_semaphore": "{thread} 스레드가 {thing} 세마포어의 허가를 "
        "기다리는데, 허가를 돌려줄 스레드가 남아 있지 않아요",
        "stuck_get": "{thread} 스레드가 {thing} 큐에 항목이 들어오기를 기다리는데, "
        "넣어 줄 스레드가 남아 있지 않아요",
        "stuck_put": "{thread} 스레드가 {thing} 큐에 자리가 나기를 기다리는데, 항목을 "
        "꺼내 줄 스레드가 남아 있지 않아요",
        "stuck_join": "{thread} 스레드가 {thing} 스레드를 기다리는데, 그 스레드는 "
        "끝나지 않아요",
        "stuck_join_queue": "{thread} 스레드가 {thing}.join() 안에서 기다리는데, 넣은 "
        "항목 가운데 task_done()으로 표시하지 않은 것이 있어요",
        "stuck_flush": "{thread} 프로세스가 끝나지 못해요. {thing}에 넣은 것이 파이프에 다 들어가지 "
        "않는데, 꺼내 줄 쪽이 남아 있지 않아요",
        "stuck_send": "{thread}이(가) {thing}에 자리가 나기를 기다리는데, 받아 줄 쪽이 남아 있지 "
        "않아요",
        "stuck_recv": "{thread}이(가) {thing}에서 받기를 기다리는데, 반대쪽 끝을 쥔 쪽이 아무것도 "
        "보내지 않아요",
        "stuck_pass": "{thread} 스레드가 {thing} 배리어에서 기다리는데, 앞으로 올 수 "
        "있는 스레드가 모자라요",
        "spin": "{thread} 스레드가 `{text}` 코드({line}번째 줄)에서 계속 맴돌 뿐 "
        "아무것도 바꾸지 않아요",
        "spin_ever": "{thread} 스레드가 `{text}` 코드({line}번째 줄)에서 맴돌며 무언가 "
        "바뀌기를 기다리는데, 바꿔 줄 스레드가 남아 있지 않아요",
        "loop": "{thread} 스레드의 `{text}` 반복문({line}번째 줄)이 끝나지 않아요",
        "lockstep": "스레드들이 한 단계씩 번갈아 가며, 서로가 한 일을 끝없이 되돌려요",
        "steps": "{steps}단계가 지나도 계속되고 있고, 마지막으로 움직인 것은 {thread} "
        "스레드예요",
        "stuck_await": "{thread}이(가) {thing}을(를) await 하는데, 그것을 끝내 줄 쪽이 "
        "남아 있지 않아요",
        "stuck_result": "{thread}이(가) {thing}의 결과를 기다리는데, 결과를 내 줄 쪽이 남아 "
        "있지 않아요",
        "stuck_exception": "{thread}이(가) {thing}이(가) 끝나기를 기다리는데, 끝내 줄 쪽이 "
        "남아 있지 않아요",
        "stuck_as_completed": "{thread}이(가) 다음 future를 기다리는데, 작업을 할 쪽이 남아 "
        "있지 않아요",
        "stuck_take": "{thread}이(가) 작업을 기다리는데, 작업을 맡기거나 {thing}을(를) 닫을 "
        "쪽이 남아 있지 않아요",
        "pending": "{threads} 태스크를 시작하고 기다리지 않았어요",
        "unawaited": "{threads}()를 호출하고 await 하지 않았어요",
        "unretrieved": "{threads}이(가) 예외로 끝났는데, 아무도 그것을 묻지 않았어요",
        "blocked": "{threads}이(가) 평범한 호출 안에서 기다리는 동안 다른 태스크는 나아갈 수 "
        "없어요",
        "leak_one": "{threads} 스레드를 시작하고 기다리지 않았어요",
        "leak_many": "{threads} 스레드를 시작했는데, 모두 기다리지는 않았어요",
        "load": "Python이 이 파일을 읽지 못해요",
        "import": "import하는 동안 예외가 나요",
        "missing": "연습에 필요한 이름이 파일에 없어요",
        "unwritten": "아직 작성하지 않은 부분이에요",
        "crash": "어떤 순서로 실행해도, 예외가 나면 안 되는 곳에서 예외가 나요",
        "refused": "{module} 모듈은 이 연습의 주제가 아니고, 여기서는 스케줄러로 다룰 "
        "수 없어요",
        "serial": "동시에 일어나야 할 일들이 동시에 일어나지 않았어요",
        "alone": "{threads}: 같은 순간에 함께 있어야 할 다른 쪽을 기다리지만 아무도 "
        "오지 않아요",
        "too-parallel": "한꺼번에 진행된 일이 허용된 것보다 많았어요",
        "wrong-tool": "연습에서 정한 방법으로 일하지 않았어요",
        "late": "더 일찍 돌아올 수 있었는데 늦게 돌아왔어요",
        "leak": "끝난 뒤에도 남아 있는 것이 있어요",
        "wrong-result": "어떤 순서로 실행해도 틀려요",
        "endless": "끝나지 않아요",
        "deadlock": "더 진행할 수 있는 스레드가 없어요",
        "race": "어떤 순서에서는 맞지만, 이 순서에서는 틀려요",
        "lost_update": "{other} 스레드가 {thing} 값을 바꿨는데, {thread} 스레드가 그 "
        "전에 읽어 둔 값을 바탕으로 덮어썼어요",
        "stale": "{other} 스레드가 {thing} 값을 바꿨는데, {thread} 스레드는 바뀌기 "
        "전에 본 대로 움직였어요",
        "between": "어떤 순서에서는 맞지만, {thread} 스레드가 {other} 스레드의 두 단계 "
        "사이에 끼어들면 틀려요",
        "order": "어떤 순서에서는 맞지만, 이 순서에서는 틀려요",
        "no_standin": "표준 라이브러리 가운데 여기서 아직 지원하지 않는 부분을 쓰고 "
        "있어요",
        "unsteady": "실제 시간, `id()`나 집합의 순서, 시드를 정하지 않은 난수, "
        "파일처럼 채점기가 어찌할 수 없는 무언가가 실행할 때마다 달라져요",
    },
    "think": {
        "cycle": "이 락들을 잡을 때 모든 스레드가 따를 수 있는 순서가 있을까요?",
        "self": "그 순간 누가 그것을 쥐고 있고, 언제 놓게 될까요?",
        "kept": "코드에서 빠져나가는 길 가운데, 놓지 않고 나가는 길은 어디일까요?",
        "stuck": "누가 깨워 주기로 했고, 그 스레드는 어디로 갔을까요?",
        "stuck_wake_condition": "대신 깨어난 것은 누구일까요? 아니면 누가 알렸어야 "
        "할까요?",
        "stuck_get": "항목이 더 오지 않는다는 것을 워커는 어떻게 알 수 있을까요?",
        "stuck_put": "그 순간에 항목을 꺼내는 것은 누구일까요?",
        "stuck_flush": "프로세스는 언제 끝나고, 파이프의 자리는 누가 내 주기로 했을까요?",
        "stuck_recv": "반대쪽 끝을 누가 열어 두고 있고, 누가 닫아야 할까요?",
        "stuck_join_queue": "항목의 task_done()을 건너뛰고 지나가는 길이 있을까요?",
        "stuck_acquire_semaphore": "빠져나가는 길 가운데, 허가를 돌려주지 않는 길은 "
        "어디일까요?",
        "spin": "몇 번이고 다시 물어보지 않아도 되도록, 무엇이 이 스레드를 깨워 줄 수 "
        "있을까요?",
        "spin_ever": "이 반복문이 들여다보는 것을 누가 바꿔 주기로 했을까요?",
        "loop": "이 반복문이 끝나려면 무엇이 바뀌어야 하고, 그것은 누가 바꿀까요?",
        "lockstep": "둘이 같은 순간에 다시 시도하면, 누가 먼저인지는 무엇이 정해 "
        "줄까요?",
        "steps": "이것이 끝나려면 무엇이 참이 되어야 할까요?",
        "leak": "이 스레드들을 하나하나 기다리는 줄은 어디에 있을까요?",
        "load": "Python은 그 줄에 대해 뭐라고 하나요?",
        "missing": "이름을 README에 나온 그대로 썼나요?",
        "unwritten": "이 부분이 맨 먼저 해야 할 가장 작은 일은 무엇일까요?",
        "crash": "그 줄에서 값은 무엇이고, 그 값은 누가 만들었을까요?",
        "refused": "README에서는 어떤 도구를 쓰라고 하나요?",
        "serial": "두 번째는 언제 시작하나요? 첫 번째가 끝나기 전인가요, 끝난 "
        "뒤인가요?",
        "too-parallel": "안에 몇이나 있는지 누가, 언제 세나요?",
        "wrong-tool": "여기서 일하는 것은 어느 스레드이고, 무엇을 써서 기다리나요?",
        "late": "이 스레드는 진행할 수 있는데도 그동안 무엇을 하고 있나요?",
        "wrong-result": "스레드가 하나뿐일 때는 어떻게 되나요?",
        "race": "다른 스레드가 사이에 끼어들면 안 되는 줄은 어디일까요?",
        "no_standin": "README에 나온 것만으로 작성할 수 있을까요?",
        "unsteady": "코드에서 실행할 때마다 달라지는 것은 무엇일까요?",
    },
    "found": {
        "every": "바로 찾았어요. 시험해 본 모든 순서에서 그래요.",
        "first": "{order}번째 순서에서 강제 전환 없이 찾았어요.",
        "one": "{order}번째 순서에서 강제 전환 한 번으로 찾았어요.",
        "many": "{order}번째 순서에서 강제 전환 {forced}번으로 찾았어요.",
        "lockstep": "모든 스레드가 한 단계씩 차례로 움직일 때 찾았어요.",
    },
    "covered": {
        "complete": "서로 다른 순서 {traces}가지 모두",
        "complete_one": "하나뿐인 순서",
        "bounded": "순서 {runs}가지, 모두 강제 전환 {preemptions}번 이하",
        "bounded_0": "순서 {runs}가지, 모두 강제 전환 없음",
        "bounded_1": "순서 {runs}가지, 모두 강제 전환 1번 이하",
        "sampled": "순서 {runs}가지, 강제 전환이 적은 것부터",
        "delayed": "순서 {runs}가지, 스레드의 지연이 적은 것부터",
        "random": "무작위 순서 {runs}가지(SURW, POS, PCT를 번갈아, 시드는 0부터)",
        "walks": "{tried}, 그리고 무작위로 {walks}가지",
        "none": "실행하지 않음",
    },
    "columns": {
        "line": "{line}행",
        "waits": "(기다림)",
        "forced": "{other} 스레드도 진행할 수 있지만, {thread} 스레드로 차례가 "
        "넘어가요",
        "more": "… {count}단계 더 …",
        "think": "생각",
        "again": "다시",
    },
    "life": {
        "real": "{tried}. 실제 프로세스에서도 지켜져요 ({methods})",
        "none": "{tried}. 여기에는 확인해 볼 실제 프로세스가 없었어요",
        "ours": "시뮬레이션에서는 잘못을 찾지 못했으니 여러분의 코드가 아니라 "
        "threadlings의 잘못이에요.",
        "partly": "{methods} 방식에서는 지켜졌어요. fork된 프로세스는 파이프의 끝처럼 "
        "부모가 열어 둔 것을 물려받지만, 시뮬레이션은 그것을 보여 주지 못해요.",
        "hangs": "실제 프로세스({method})에서는 {seconds:g}초 동안 아무것도 돌아오지 "
        "않았어요.",
        "dies": "실제 프로세스({method})를 띄운 프로그램이 아무 말 없이 끝났어요.",
        "fails": "실제 프로세스({method})에서는 이 약속이 지켜지지 않았어요.",
        "leaves": "실제 프로세스({method})에서는 끝난 뒤에도 남은 프로세스가 있었어요.",
        "leaks": "실제 프로세스({method})에서는 세마포어나 공유 메모리가 시스템에 "
        "남았어요.",
    },
    "fate": {
        "no_verdict": "판정하지 못했어요. threadlings가 포기했어요.",
        "ours": "threadlings 자체에 문제가 생겼어요. 여러분 잘못이 아니에요.",
        "graders": "이 채점기가 고장 났어요: {error}.",
        "not_again": "앞의 약속 {deaths}개가 아래처럼 끝나서, 이 약속은 시험하지 "
        "않았어요.",
        "at": ". 위치: {where}",
        "where": "{file}, {line}번째 줄, {function} 안",
        "untried": "끝까지 시험한 순서가 없어요",
        "time": "{seconds:g}초 동안 아무 응답이 없어서 프로세스를 강제로 끝냈어요.",
        "memory": "제출한 코드가 쓸 수 있는 메모리가 바닥났어요.",
        "killed": "프로세스가 밖에서 강제로 종료됐어요({how}). 컴퓨터에 메모리가 "
        "모자란 것일 수도 있어요.",
        "debugger": "코드가 디버거에서 멈췄는데, 거기에 답해 줄 사람이 없어요.",
        "garbage": "그렇게 되지 않았어요. 프로세스에서 돌아온 것이 보고서가 아니에요.",
        "breach": "그렇게 되지 않았어요. 채점기가 보낸 것이 온전하지 않아요({how}).",
        "untrue": "그렇게 되지 않았어요. {wrong}을(를) 참으로 여겼지만, 참이 아니에요.",
        "outside": "그렇게 되지 않았어요. 제출한 코드의 객체를 들여다보는 중에 {how} 예외가 났어요.",
        "crash": "그렇게 되지 않았어요. 실행하던 프로세스가 스스로 끝났어요({how}).",
        "signal": "시그널 {name}",
        "exit": "종료 코드 {code}",
    },
    "fate_causes": {
        "time": "gave-up: 코드가 스케줄러의 손이 닿지 않는 곳에서 실행되거나 기다리고 "
        "있어요{where}",
        "memory": "gave-up: 코드 안에서 무언가가 자꾸자꾸 커져요{where}",
        "killed": "gave-up: 한창 실행하던 중이었어요{where}",
        "debugger": "gave-up: 거기서 더 나아가지 못했어요{where}",
        "garbage": "crash: 코드가 채점기의 파일에 무언가를 썼어요{where}",
        "outside": "crash: 제출한 코드의 객체를 들여다볼 수조차 없어요{where}",
        "crash": "crash: 스레드 하나가 아니라 Python 전체가 끝났어요{where}",
    },
    "fate_think": {
        "time": "여러분의 스레드와 상관없이, 그 안에서 끝없이 걸릴 수 있는 호출은 "
        "무엇일까요?",
        "memory": "그 안에서 무엇을 만들고, 그것을 언제 놓아주나요?",
        "killed": "메모리가 많이 필요하거나, 프로세스를 끝내는 코드인가요? 아니라면 "
        "그냥 다시 실행해 보세요.",
        "debugger": "안을 둘러보려면 --pdb 옵션으로 실행하고, 아니면 디버거를 빼세요.",
        "garbage": "무엇을 쓰고 있고, 어느 파일에 쓰고 있나요?",
        "outside": "객체를 출력하려고 할 때 예외를 일으키는 메서드는 어떤 클래스의 무엇일까요?",
        "crash": "함수만이 아니라 프로그램 전체를 끝내는 줄은 어디일까요?",
    },
    "readme": {
        "idea": "**아이디어.**",
        "done": "이렇게 되면 완성이에요",
        "stuck": "막혔다면",
        "not": "여기서 다루지 않는 것: ",
    },
    "notebook": {
        "answer": "답은 모두 다음 셀 하나에 쓰세요. 그 셀이 `{module}.py`로 제출돼요. 그 셀을 "
        "실행한 다음 아래에 있는 셀들을 실행하세요.",
        "hidden": "약속이 하나 더 있어요. 채점할 때 확인해요.",
        "unjudged": "아직 아무도 답 전체를 판정하지 않았어요. 선생님이 살펴보기 전에는 이 약속의 "
        "점수가 없어요.",
        "no_answer": "먼저 답이 있는 셀({names})을 실행하세요.",
    },
    "told": {
        "kept": "지킴",
        "printed": "출력한 내용:",
        "more_one": "… 1줄 더",
        "more_many": "… {count}줄 더",
        "misfit": "이것은 판정이 아니에요. 다른 약속이나 다른 버전의 파일에서 나온 "
        "순서이거나, 코드가 하는 일이 실행할 때마다 달라요.",
        "hint": "{exercise} 연습의 힌트 {count}개 가운데 {number}번째:",
        "hint_next": "다음 힌트: {command}",
        "hint_last": "이것이 마지막 힌트예요.",
        "too_new": "{number} {module}에는 Python {since} 이상이 필요한데 지금은 {here}이라서 "
        "건너뛰었어요",
    },
    "books": {
        "not_shown": "보여 주지 않는 약속",
        "late": "늦게 내서 {score}점에서 {percent}%를 빼요. 남은 점수는 {mark}점이에요.",
        "review": "아직 점수가 없어요. 먼저 사람이 살펴볼 거예요.",
        "error": "점수가 없어요. 모든 약속을 확인하기 전에 프로그램이 끝났거나, 끝내야 "
        "했어요.",
        "ungraded": "점수가 없어요. 낸 파일이 없거나, 채점기 자체에 문제가 있었어요.",
        "unfinished": "점수가 없어요. 채점기가 끝까지 가지 못했어요. 선생님이 다시 채점할 수 "
        "있어요.",
    },
    "sheet": {
        "promises": "약속",
        "kept": "지킴",
        "broken": "못 지킴",
        "open": "판정 없음",
        "points": "{points}점",
        "points_1": "{points}점",
        "score": "{points}점 중 {score}점",
        "score_1": "{points}점 중 {score}점",
        "badge_pass": "통과",
        "badge_fail": "아직이에요",
        "badge_review": "확인 중",
        "badge_error": "끝까지 판정하지 못함",
        "badge_ungraded": "채점하지 않음",
        "pass": "시험해 본 모든 순서에서 모든 약속을 지켰어요.",
        "fail": "지켜지지 않은 약속이 있어요.",
        "review": "점수를 매기기 전에 사람이 이 답을 살펴볼 거예요.",
        "error": "모든 약속을 판정하기 전에 실행이 끝났거나 강제로 끝내야 했어요. 그래서 "
        "아직 점수가 없어요.",
        "ungraded": "판정할 것이 없었거나 채점하다가 문제가 생겼어요. 점수가 없다는 "
        "뜻이고, 0점은 아니에요.",
        "partly": "점수의 일부는 여기에 보이지 않는 약속에 걸려 있어요.",
        "words": "같은 내용을 글로 보기",
        "why_missing": "그림이 없어요. 파일이 채점할 때 있던 자리에 없어요. 아래는 그때의 "
        "설명이에요.",
        "why_changed": "그림이 없어요. 채점한 뒤에 파일이 바뀌었어요. 아래는 채점할 때의 "
        "설명이에요.",
        "why_differs": "그림이 없어요. 다시 실행했더니 결과가 달랐어요. 아래는 채점할 때의 "
        "설명이에요.",
        "why_lost": "그림이 없어요. 다시 실행해 볼 수 없었어요. 아래는 채점할 때의 "
        "설명이에요.",
        "task": "연습 설명:",
        "hint": "막혔다면 이 명령으로 힌트 세 개 중 첫 번째를 볼 수 있어요:",
    },
    "init": {
        "new": "{folder}: 새 파일 {count}개",
        "none": "{folder}: 빠진 것이 없어요",
        "other": "처음과 다른 파일은 그대로 두었어요: {files}",
        "next": "그 폴더에서 README.ko.md를 읽고 시작하세요: pytest exercises/{number}",
    },
}
