"""Reports for people: one page for the class, one for each student and exercise."""
