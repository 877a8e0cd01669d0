# One line a unit test.
ent_unit_test(error)
ent_unit_test(measure_table)
ent_unit_test(stage)
