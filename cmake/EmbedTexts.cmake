# cmake -D OUT=FILE -D FILES=LIST -P EmbedTexts.cmake: writes the text files as C arrays of lines,
# each under the last part of its name, for src/cli/embedded.h.
set(arrays "")
set(table "")
set(index 0)
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  file(READ ${file} text)
  string(REGEX REPLACE "\n$" "" text "${text}")
  string(REPLACE "\\" "\\\\" text "${text}")
  string(REPLACE "\"" "\\\"" text "${text}")
  string(REPLACE "?" "\\?" text "${text}") # no trigraphs
  string(REPLACE "\t" "\\t" text "${text}")
  string(REPLACE "\n" "\",\n    \"" text "${text}")
  string(APPEND arrays "static const char *const text_${index}[] = {\n    \"${text}\",\n    NULL};\n")
  string(APPEND table "    {\"${name}\", text_${index}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUT} "/* Made by cmake/EmbedTexts.cmake. */
#include \"cli/embedded.h\"

${arrays}
const cli_embedded_t cli_embedded_files[] = {
${table}    {NULL, NULL}};
")
