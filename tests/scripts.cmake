# One line a script test.
ent_script_test(layers style layers.sh)
ent_script_test(headers style headers.sh)
ent_script_test(format style style/format.sh)
ent_script_test(shell style style/shell.sh)
ent_script_test(house style style/house.sh)
ent_script_test(datapackages data datapackages.sh)
