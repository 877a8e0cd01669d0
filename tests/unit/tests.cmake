# One line a unit test.
ent_unit_test(error)
