"""What passes between a journal and its region: enrolment, sharing, accusés."""
