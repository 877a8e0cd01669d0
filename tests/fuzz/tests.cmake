# One line a fuzz target: tests/fuzz/NAME.c. As a test, fuzz.NAME runs the saved corpus in
# tests/fuzz/corpus/NAME. With -DENTENTE_FUZZ=ON and clang (preset fuzz), fuzz_NAME is a libFuzzer
# program: build/fuzz/tests/fuzz_csv -max_len=4096 NEW tests/fuzz/corpus/csv
function(ent_fuzz_test name)
  add_executable(fuzz_${name} ${PROJECT_SOURCE_DIR}/tests/fuzz/${name}.c
                 $<TARGET_OBJECTS:entente_objects>)
  target_include_directories(fuzz_${name} PRIVATE
    ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(fuzz_${name} PRIVATE _GNU_SOURCE)
  target_link_libraries(fuzz_${name} PRIVATE entente_objects entente_flags)
  set(corpus ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name})
  if(ENTENTE_FUZZ)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_test(NAME fuzz.${name} COMMAND fuzz_${name} -runs=0 ${corpus})
  else()
    target_sources(fuzz_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus.c)
    add_test(NAME fuzz.${name} COMMAND fuzz_${name} ${corpus})
  endif()
  set_tests_properties(fuzz.${name} PROPERTIES LABELS fuzz)
endfunction()

ent_fuzz_test(csv)
