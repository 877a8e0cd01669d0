# Tests against another program that does the same. Each needs that program and is skipped where it
# is missing.
find_program(PYTHON3 python3)
if(PYTHON3)
  add_executable(csv_reader ${PROJECT_SOURCE_DIR}/tests/differential/csv.c
                 $<TARGET_OBJECTS:entente_objects>)
  target_include_directories(csv_reader PRIVATE
    ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
  target_link_libraries(csv_reader PRIVATE entente_objects entente_flags)
  add_test(NAME differential.csv COMMAND ${PYTHON3}
           ${PROJECT_SOURCE_DIR}/tests/differential/compare_csv.py $<TARGET_FILE:csv_reader>)
  set_tests_properties(differential.csv PROPERTIES LABELS differential)
endif()
