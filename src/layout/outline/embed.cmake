# Turns land.csv into C: cmake -DINPUT=land.csv -DOUTPUT=land_data.c -P embed.cmake
file(READ ${INPUT} text)
string(FIND "${text}" "\n" header)
math(EXPR header "${header} + 1")
string(SUBSTRING "${text}" ${header} -1 text)
string(REGEX REPLACE "[^\n]*,([^,\n]+),([^,\n]+)\n" "{\\1, \\2},\n" text "${text}")
file(WRITE ${OUTPUT} "/* Made from land.csv by embed.cmake. */
#include \"layout/land.h\"
const ent_i_land_point_t ent_i_land_point[] = {
${text}};
const size_t ent_i_land_point_count = sizeof ent_i_land_point / sizeof ent_i_land_point[0];
")
