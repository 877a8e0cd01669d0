# One line a script test.
