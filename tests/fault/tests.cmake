# One line a test of faults: tests/fault/NAME.c, in ctest as fault.NAME. They replace malloc() for
# the whole process, which a sanitizer does as well.
function(ent_fault_test name)
  if(ENTENTE_SANITIZE)
    return()
  endif()
  add_executable(fault_${name} ${PROJECT_SOURCE_DIR}/tests/fault/${name}.c
                 $<TARGET_OBJECTS:entente_objects>)
  target_include_directories(fault_${name} PRIVATE
    ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(fault_${name} PRIVATE
    _GNU_SOURCE ENT_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ENT_VERSION="${PROJECT_VERSION}")
  target_link_libraries(fault_${name} PRIVATE
    entente_objects PkgConfig::CMOCKA PkgConfig::LIBXML ${CMAKE_DL_LIBS} entente_flags)
  # Hidden, its malloc() would not be the one that the libraries find.
  set_target_properties(fault_${name} PROPERTIES C_VISIBILITY_PRESET default)
  add_test(NAME fault.${name} COMMAND fault_${name})
  set_tests_properties(fault.${name} PROPERTIES LABELS fault)
endfunction()

ent_fault_test(base)
ent_fault_test(table)
ent_fault_test(network)
ent_fault_test(measure)
ent_fault_test(dataset)
ent_fault_test(report)
ent_fault_test(path)
ent_fault_test(figure)
ent_fault_test(layout)
ent_fault_test(layout_large)
ent_fault_test(plan)
