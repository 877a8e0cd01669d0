/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the report says, in Spanish. */
#include "document/message.h"

const char *const ent_i_messages_es[ENT_MSG_COUNT] = {
    [ENT_MSG_AND] = "{1} y {2}",
    [ENT_MSG_COMMA] = ", ",
    [ENT_MSG_MORE] = "{1} más",

    [ENT_MSG_PARTNERS] = "{1} es quien tiene más socios de acuerdo: {2}.",
    [ENT_MSG_PARTNERS_SHARED] = "{1} son quienes tienen más socios de acuerdo: {2} cada uno.",
    [ENT_MSG_NEIGHBOURS] = "{1} es quien tiene más vecinos: {2}.",
    [ENT_MSG_NEIGHBOURS_SHARED] = "{1} son quienes tienen más vecinos: {2} cada uno.",
    [ENT_MSG_AGREEMENTS] =
        "Si se cuentan acuerdos en lugar de socios, la mayoría corresponde a {1}: {2}.",
    [ENT_MSG_ABROAD] =
        "Más vínculos con regiones distintas de la propia: {1}, con {2} {3|en total|cada uno}.",
    [ENT_MSG_BRIDGE] = "{1} {4|es el mayor puente|son los mayores puentes}: los caminos más cortos "
                       "entre el {2} % de todos los pares de otros actores pasan por "
                       "{4|él|cada uno} (intermediación {3}).",
    [ENT_MSG_JOINER] = "{1} {4|reúne|reúnen cada una} al mayor número de miembros: {2} de {3}.",
    [ENT_MSG_CONNECTED] = "Los {1} actores con vínculos forman una sola pieza.",
    [ENT_MSG_PIECES] = "Los {1} actores con vínculos se reparten en {2} piezas separadas; la mayor "
                       "reúne {3} de ellos ({4} %).",
    [ENT_MSG_ISOLATES] =
        "{1} {1|actor no tiene|actores no tienen} aquí ningún vínculo que cuente: {2}.",
    [ENT_MSG_REGIONS] = "{1} de {2} {2|vínculo cuyos|vínculos cuyos} dos extremos tienen región "
                        "{1|une|unen} regiones "
                        "distintas (índice E-I {3}).",
    [ENT_MSG_REGION_PAIR] = "Las dos regiones con más vínculos entre sí, {1}, son {2} y {3}.",
    [ENT_MSG_COUNTRIES] =
        "{1} de {2} {2|vínculo cuyos|vínculos cuyos} dos extremos tienen país {1|une|unen} países "
        "distintos (índice E-I {3}).",
    [ENT_MSG_CUT_OFF] = "Sin {1}, {2} {2|actor quedaría separado|actores quedarían separados} del "
                        "resto de la pieza mayor: {3}.",
    [ENT_MSG_GROUPS] = "Los actores se dividen en {1} {1|grupo|grupos} de dos o más (método "
                       "{5}, {3} {3|corrida|corridas}, "
                       "modularidad {2}); en promedio, un actor está con los miembros de su grupo "
                       "en el {4} % de las corridas.",
    [ENT_MSG_GROUPS_DIFFER] =
        "{1} divisiones distintas en grupos son igual de buenas: los datos no "
        "fijan los límites entre grupos.",
    [ENT_MSG_SHARED_RANKS] = "{1} de {2} actores no están en ningún camino más corto entre otros "
                             "(intermediación 0) y comparten el último puesto.",
    [ENT_MSG_SHARED_MORE] =
        "{1} {1|par|pares} de miembros {1|comparte|comparten} alguna red; {2} de ellos "
        "{2|comparte|comparten} más redes de lo que explica el azar, dado en cuántas está cada "
        "miembro y cuán grande es cada una.",
    [ENT_MSG_SHARED_BY_CHANCE] =
        "{1} {1|par|pares} de miembros {1|comparte|comparten} alguna red, pero ninguno comparte "
        "más "
        "redes de lo que explica el azar, dado en cuántas está cada miembro y cuán grande es cada "
        "una.",
    [ENT_MSG_ASIDE] = "{1} {1|vínculo queda aparte y no cuenta|vínculos quedan aparte y no "
                      "cuentan}: {2}. --include añade los de un estado; --as-of elige otra fecha.",
    [ENT_MSG_ASIDE_STATUS] = "{2}: {1}",
    [ENT_MSG_STATUS] = "activos",
    [ENT_MSG_STATUS_PLANNED] = "previstos",
    [ENT_MSG_STATUS_EXPIRED] = "vencidos",
    [ENT_MSG_STATUS_TERMINATED] = "terminados",
    [ENT_MSG_STATUS_WITHDRAWN] = "retirados",
    [ENT_MSG_STATUS_DISPUTED] = "en disputa",
    [ENT_MSG_ASIDE_DATE] = "no vigentes en la fecha: {1}",
    [ENT_MSG_MAYBE] = "{1} {1|vínculo cuenta|vínculos cuentan} en su sentido más amplio: la fecha "
                      "es imprecisa, y que {1|estuviera|estuvieran} en vigor depende del día "
                      "exacto.",
    [ENT_MSG_CONTRADICTIONS] = "Las fuentes se contradicen en {1} {1|punto|puntos}: {2}. Se "
                               "muestran abajo lado a lado; ninguno se ha resuelto.",
    [ENT_MSG_COVERAGE] =
        "{2} de {3} {3|miembro|miembros} de {1} que cuenta la declaración más reciente "
        "({4}) están en este conjunto de datos: {5} %.",
    [ENT_MSG_DOMINANT] = "{1} está en el {2} % de todos los caminos más cortos de la vista whole y "
                         "oculta lo que hay detrás: use --view agreements o --without {3}.",
    [ENT_MSG_DOMINANT_ALONE] =
        "{1} está en el {2} % de todos los caminos más cortos de la vista whole y "
        "oculta lo que hay detrás: use --without {3}.",
    [ENT_MSG_REJECTED] =
        "{1} {1|fila de entrada fue rechazada|filas de entrada fueron rechazadas} (--keep-going): "
        "ninguna cifra, tabla ni figura {1|la|las} incluye. El registro (ledger) {1|la|las} "
        "nombra.",
    [ENT_MSG_LEAD_AGREEMENTS] = "Los hallazgos, los intermediarios y la primera figura se basan en "
                                "la vista agreements: las "
                                "partes de los acuerdos, unidas solo por acuerdos.",
    [ENT_MSG_LEAD_WHOLE] = "No hay ningún acuerdo que cuente; los hallazgos, los intermediarios y "
                           "la primera figura se "
                           "basan en la vista whole: todos los actores y todos los vínculos.",

    [ENT_MSG_AS_OF] = "Vínculos en vigor el {1}",
    [ENT_MSG_UNDATED] = "Ningún vínculo tiene fecha, así que todos cuentan",
    [ENT_MSG_KEY_NUMBERS] = "Cifras clave",
    [ENT_MSG_FINDINGS] = "Hallazgos",
    [ENT_MSG_NOTES] = "Qué tener en cuenta",
    [ENT_MSG_NO_FINDINGS] = "No hay vínculos de los que decir algo.",
    [ENT_MSG_NOTE_ASSOCIATION] =
        "Las cifras describen los vínculos que constan en las tablas. Un vínculo del que ninguna "
        "fuente informó parece aquí un vínculo que no existe.",
    [ENT_MSG_FIGURES] = "Figuras",
    [ENT_MSG_FIGURE_NETWORK] = "La red completa: acuerdos y membresías",
    [ENT_MSG_FIGURE_AGREEMENTS] = "Quién tiene acuerdos con quién",
    [ENT_MSG_FIGURE_MAP] = "Quién tiene acuerdos con quién, en un mapa",
    [ENT_MSG_FIGURE_AFFILIATIONS] = "Los miembros y las redes a las que pertenecen",
    [ENT_MSG_FIGURE_TIMELINE] = "Cuándo empezaron los vínculos, cuánto duran, qué está previsto",
    [ENT_MSG_FIGURE_MATRIX] = "Quién está vinculado con quién, grupo por grupo",
    [ENT_MSG_FIGURE_FILES] = "Vista {1}. Archivos:",
    [ENT_MSG_FIGURE_ABSENT] = "{1}: sin dibujar. {2}",
    [ENT_MSG_NO_AGREEMENTS] = "No hay ningún acuerdo que cuente.",
    [ENT_MSG_NO_ACTORS] = "No hay ningún actor.",
    [ENT_MSG_TITLE_FIGURE] = "{1}: {2}",
    [ENT_MSG_TITLE_REJECTED] = "{1}, sin {2} {2|fila rechazada|filas rechazadas}",
    [ENT_MSG_NO_MEMBERSHIPS] = "No hay ninguna membresía que cuente.",
    [ENT_MSG_NO_COORDINATES] = "Ningún actor tiene coordenadas (columnas latitude y longitude).",
    [ENT_MSG_NO_DATES] = "Ningún vínculo ni evento tiene fecha.",
    [ENT_MSG_NO_TIES_DRAWN] = "No hay ningún vínculo que dibujar.",
    [ENT_MSG_NO_BROKERS] = "Ningún actor está en un camino más corto entre otros dos.",
    [ENT_MSG_NO_GROUPS] = "No hay dos actores vinculados, así que no hay grupo de dos o más.",
    [ENT_MSG_NO_COVERAGE] = "Nada en las tablas dice qué parte del mundo abarcan.",
    [ENT_MSG_RANKS] = "Quién es central",
    [ENT_MSG_TOP_OF_VIEW] =
        "Primeros puestos en la vista {1}, por {2}; {3} de {4} {4|actor|actores}",
    [ENT_MSG_BROKERS] = "Quién hace de puente",
    [ENT_MSG_BROKERS_CAPTION] = "Intermediarios en la vista {1}, por intermediación; {2} de {3} "
                                "actores que están entre otros",
    [ENT_MSG_GROUPS_HEADING] = "Grupos",
    [ENT_MSG_GROUPS_CAPTION] = "Grupos de dos o más en la vista {1}",
    [ENT_MSG_GROUPS_PROVEN] =
        "Está demostrado que ninguna otra división de estos actores tiene mayor modularidad.",
    [ENT_MSG_CORE_TEXT] =
        "Lo ideal es que todos los actores de un centro estén vinculados entre sí y que en la "
        "periferia no lo estén dos cualesquiera. De los vínculos entre centro y periferia, el "
        "patrón core_all_ties los espera todos y core_ignoring_between no espera nada (Borgatti y "
        "Everett 1999). r es la correlación de los vínculos con el patrón.",
    [ENT_MSG_CORE_EXACT] = "{1}: {2} de {3} actores forman el centro (r = {4}, el mejor de todos "
                           "los centros; lo {6|tiene|tienen} {6} {6|centro|centros}): {5}.",
    [ENT_MSG_CORE_TRIED] = "{1}: {2} de {3} actores forman el centro (r = {4}, el mejor hallado, "
                           "en {6} {6|centro|centros}; puede haber uno mejor): {5}.",
    [ENT_MSG_CHANCE] = "Frente al azar",
    [ENT_MSG_REWIRED_TEXT] =
        "Lo que daría el azar: {1} redes de los mismos actores en las que cada uno tiene tantos "
        "vecinos como aquí y cada par de tipos de actor tantos vínculos, pero repartidos al azar "
        "({3} intercambios de dos vínculos intentados por vínculo, desde la semilla {2}). z cuenta "
        "desviaciones típicas desde su media; p es bilateral. Una p pequeña indica que el número "
        "de vecinos no explica por sí solo lo hallado.",
    [ENT_MSG_REWIRED_CAPTION] = "Cada vista junto a {1} redes recableadas",
    [ENT_MSG_CHANCE_LEFT_OUT] = "La vista {1} es demasiado grande para recablearla tantas veces; "
                                "con menos (--draws) quizá se pueda.",
    [ENT_MSG_MIXING_TEXT] =
        "El índice E-I resta los vínculos dentro de un mismo valor de los que unen valores "
        "distintos y divide por la suma: de -1 (todos dentro) a 1 (todos entre valores distintos). "
        "Azar: los valores permutados {1} veces entre los actores que los tienen.",
    [ENT_MSG_MIXING_CAPTION] = "Vínculos dentro de los valores de un atributo y entre ellos",
    [ENT_MSG_MIXING_GROUPS_CAPTION] =
        "Vínculos por {1} en la vista {2}: los {3} mayores de {4} {4|valor|valores}",
    [ENT_MSG_EXPAND] = "Si el acuerdo de una red obligara a sus miembros",
    [ENT_MSG_EXPAND_CAPTION] =
        "Primeros puestos por grado en la vista agreements según tres lecturas",
    [ENT_MSG_EXPAND_TEXT] =
        "Un acuerdo con una red se lee como vínculo de la red misma (none), de sus miembros "
        "(members) o de ambos (both). El puesto va entre paréntesis antes del nombre; el número de "
        "socios, detrás.",
    [ENT_MSG_QUALITY] = "Calidad de los datos",
    [ENT_MSG_ACCOUNTS_CAPTION] = "Se da cuenta de cada fila de entrada",
    [ENT_MSG_FAULTS_CAPTION] = "Lo que se encontró en las tablas",
    [ENT_MSG_NO_FAULTS] = "No se encontró ningún fallo en las tablas.",
    [ENT_MSG_CONTRADICTIONS_HEADING] = "En qué discrepan las fuentes",
    [ENT_MSG_CONTRADICTIONS_CAPTION] =
        "{1} {1|punto|puntos} en que difieren afirmaciones de fechas que se solapan; aquí no se "
        "resuelve ninguno",
    [ENT_MSG_NO_CONTRADICTIONS] = "Ninguna afirmación contradice a otra.",
    [ENT_MSG_CONTRADICTION] = "{1}: {2}",
    [ENT_MSG_COVERAGE_HEADING] = "Cobertura",
    [ENT_MSG_COVERAGE_CAPTION] =
        "{1}, {2}: {3} contados aquí ahora; y en la fecha de cada afirmación, junto a lo que dice",
    [ENT_MSG_COVERAGE_SOURCES] =
        "{1} {1|acuerdo se basa|acuerdos se basan} en {2} {2|fuente|fuentes} de {3} "
        "{3|editor|editores}. Lo que informan otras fuentes, en otras lenguas, no está en este "
        "conjunto de datos.",
    [ENT_MSG_COVERAGE_UNSOURCED] = "{1} {1|acuerdo no nombra|acuerdos no nombran} ninguna fuente.",
    [ENT_MSG_COVERAGE_ONE_SIDED] = "De los acuerdos que dicen quién informó de ellos, el {1} % fue "
                                   "comunicado por todas las partes.",
    [ENT_MSG_METHODS] = "Métodos",
    [ENT_MSG_METHODS_TEXT] =
        "Los vínculos son los que cuentan en la fecha indicada arriba; los vínculos paralelos "
        "entre "
        "dos actores son uno. Los valores se redondean a 12 cifras significativas, y los actores "
        "con valores iguales comparten puesto. Grupos: Leiden sobre la modularidad y, en dos "
        "modos, un ascenso de la modularidad de Barber; {1} corridas con la semilla {2}; se guarda "
        "la mejor.",
    [ENT_MSG_PAPER] = "Para un artículo",
    [ENT_MSG_PAPER_DATA] =
        "El conjunto de datos «{1}» tiene {2} {2|fila|filas} de entrada, de las que "
        "se {3|usó|usaron} {3}; de las demás se da cuenta una por una.",
    [ENT_MSG_PAPER_AS_OF] = " Los vínculos son los vigentes el {1}; los paralelos son uno.",
    [ENT_MSG_PAPER_VIEW] = " La vista {1} tiene {2} {2|actor|actores}, incluidos los que no tienen "
                           "vínculos, y {3} {3|vínculo|vínculos}.",
    [ENT_MSG_PAPER_MEASURES] =
        " Medidas: {1}; los vínculos no tienen peso ni dirección, salvo que el "
        "nombre de la medida diga otra cosa.",
    [ENT_MSG_PAPER_GROUPS] = " Grupos: {3}, la mejor de {1} {1|corrida|corridas} (semilla {2}).",
    [ENT_MSG_PAPER_CORE] = " Centro y periferia: {1}; se compararon todos los centros hasta 22 "
                           "actores con vínculos; por "
                           "encima se tomó el mejor de 100 ascensos.",
    [ENT_MSG_PAPER_BACKBONE] = " Se probó qué pares de miembros comparten más redes de lo que "
                               "explica el azar con {1}; valores p corregidos por {2} (p < 0.05).",
    [ENT_MSG_PAPER_CHANCE] =
        " Las redes se compararon con {1} recableados suyos que conservan el número de vecinos de "
        "cada actor y el de vínculos entre tipos de actor, con {4} intercambios intentados por "
        "vínculo{2}, y los vínculos por atributo con {1} permutaciones de este{3}; p es bilateral.",
    [ENT_MSG_PAPER_PROGRAM] = " Los valores se redondearon a 12 cifras significativas antes de "
                              "ordenarlos. Calculado por Entente {1} con igraph {2} (Csárdi and "
                              "Nepusz 2006).",
    [ENT_MSG_METHODS_CAPTION] = "Las medidas de esta página",
    [ENT_MSG_SOURCES] = "Fuentes",
    [ENT_MSG_SOURCES_CAPTION] = "Fuentes del conjunto de datos",
    [ENT_MSG_FILES] = "Archivos de este informe",
    [ENT_MSG_VIEW_WHOLE] = "whole: todos los actores, todos los vínculos",
    [ENT_MSG_VIEW_AGREEMENTS] = "agreements: las partes de los acuerdos, solo acuerdos",
    [ENT_MSG_VIEW_AFFILIATIONS] = "affiliations: miembros y redes, solo membresías",

    /* ways between two actors */
    [ENT_MSG_PATH_HEAD] =
        "{1} y {2}: {3} {3|camino más corto|caminos más cortos}, de {4} {4|vínculo|vínculos}.",
    [ENT_MSG_PATH_HEAD_DIRECTED] =
        "De {1} a {2}: {3} {3|camino más corto|caminos más cortos}, de {4} {4|vínculo|vínculos}.",
    [ENT_MSG_PATH_HEAD_WEIGHTED] =
        "{1} y {2}: {3} {3|camino más corto|caminos más cortos} por peso, de longitud {4} ({5}).",
    [ENT_MSG_PATH_BY_STRENGTH] = "un peso es una fuerza: la suma de 1/peso",
    [ENT_MSG_PATH_BY_DISTANCE] = "un peso es una longitud: la suma de los pesos",
    [ENT_MSG_PATH_MANY] = "más de {1}",
    [ENT_MSG_PATH_VIEW] = "Vista {1}.",
    [ENT_MSG_PATH_LEFT_OUT] = "Se dejan fuera: {1}.",
    [ENT_MSG_PATH_WHERE] = "Solo se miran actores con {1}.",
    [ENT_MSG_PATH_REST] = "{1} {1|camino más corto no se enumera|caminos más cortos no se "
                          "enumeran}; --max-paths enumera más.",
    [ENT_MSG_PATH_ON_ALL] = "{1} {3|está|están} en todos los caminos más cortos; --avoid {2} busca "
                            "caminos sin ese actor.",
    [ENT_MSG_PATH_STEP_SIGNED] = "{1} firmó {2} con {3}",
    [ENT_MSG_PATH_STEP_AGREED] = "{1} tiene {2} con {3}",
    [ENT_MSG_PATH_STEP_PLANNED] = "{1} prevé {2} con {3}",
    [ENT_MSG_PATH_STEP_MEMBER] = "{1} es miembro de {2}",
    [ENT_MSG_PATH_STEP_ATTENDED] = "{1} participó en {2}",
    [ENT_MSG_PATH_STEP_TIED] = "{1} y {2} están vinculados",
    [ENT_MSG_PATH_STEP_TIED_TO] = "{1} está vinculado a {2}",
    [ENT_MSG_PATH_STEP_SHARE_NETWORKS] = "{1} y {2} comparten {4|la red|las redes} {3}",
    [ENT_MSG_PATH_STEP_SHARE_MEMBERS] = "{1} y {2} comparten {4|el miembro|los miembros} {3}",
    [ENT_MSG_PATH_STEP_BOUND] =
        "{1} y {2} están vinculados porque los miembros representan a sus redes (--expand): {3}",
    [ENT_MSG_PATH_MOU] = "un memorando de entendimiento (MOU)",
    [ENT_MSG_PATH_LETTER] = "una carta de intención",
    [ENT_MSG_PATH_SISTER] = "un hermanamiento",
    [ENT_MSG_PATH_FRIENDSHIP] = "un acuerdo de amistad",
    [ENT_MSG_PATH_AGREEMENT] = "un acuerdo",
    [ENT_MSG_PATH_AGREEMENT_TYPE] = "un acuerdo ({1})",
    [ENT_MSG_PATH_TOGETHER] = "junto con {1}",
    [ENT_MSG_PATH_SINCE] = "desde {1}",
    [ENT_MSG_PATH_UNTIL] = "hasta {1}",
    [ENT_MSG_PATH_FROM_TO] = "de {1} a {2}",
    [ENT_MSG_PATH_UNDATED] = "sin fecha",
    [ENT_MSG_PATH_INEXACT] = "día exacto no indicado",
    [ENT_MSG_PATH_MAYBE] = "que esté en vigor depende del día exacto",
    [ENT_MSG_PATH_STATUS] = "activo",
    [ENT_MSG_PATH_STATUS_PLANNED] = "previsto",
    [ENT_MSG_PATH_STATUS_EXPIRED] = "vencido",
    [ENT_MSG_PATH_STATUS_TERMINATED] = "terminado",
    [ENT_MSG_PATH_STATUS_WITHDRAWN] = "retirado",
    [ENT_MSG_PATH_STATUS_DISPUTED] = "en disputa",
    [ENT_MSG_PATH_SOURCE] = "Fuente: {1}",
    [ENT_MSG_PATH_NO_SOURCE] = "no se nombra ninguna fuente",
    [ENT_MSG_PATH_SEEN] = "filas y fuentes como en el camino {1}",
    [ENT_MSG_PATH_NONE] = "{1} y {2}: ningún camino los une.",
    [ENT_MSG_PATH_NONE_DIRECTED] =
        "De {1} a {2}: ningún camino sigue la dirección de los vínculos.",
    [ENT_MSG_PATH_SIDE] = "{1} está unido a {2} más: {3}.",
    [ENT_MSG_PATH_SIDE_FROM] = "{1} alcanza a {2} más: {3}.",
    [ENT_MSG_PATH_SIDE_TO] = "A {1} se llega desde {2} más: {3}.",
    [ENT_MSG_PATH_SIDE_ALONE] = "{1} no tiene aquí ningún vínculo que cuente.",
    [ENT_MSG_PATH_JOIN] = "Qué los uniría",
    [ENT_MSG_PATH_JOIN_ASIDE] = "{1|Un vínculo que ahora no cuenta|Vínculos que ahora no cuentan}:",
    [ENT_MSG_PATH_JOIN_CHAIN] = "{1} vínculos que ahora no cuentan, si todos contaran:",
    [ENT_MSG_PATH_WHY_STATUS] = "no cuenta por estar {1}; --include {2} lo cuenta",
    [ENT_MSG_PATH_WHY_BOTH] = "no cuenta por estar {1} y no estar en vigor en la fecha; "
                              "--include {2} --as-of {3} lo cuenta",
    [ENT_MSG_PATH_WHY_OVER] = "no cuenta porque terminó el {1}; --as-of {1} lo cuenta",
    [ENT_MSG_PATH_WHY_EARLY] = "no cuenta porque empieza el {1}; --as-of {1} lo cuenta",
    [ENT_MSG_PATH_JOIN_OUTSIDE] = "Lo que ambos lados tienen en común fuera de esta red:",
    [ENT_MSG_PATH_SHARED] = "{1}: {2}; y {3}",
    [ENT_MSG_PATH_JOIN_CENTRAL] =
        "Un vínculo nuevo entre {1} ({2} {2|vínculo|vínculos}) y {3} ({4} {4|vínculo|vínculos}), "
        "los mejor conectados de cada lado: los dos quedarían a {5} {5|vínculo|vínculos}.",
    [ENT_MSG_PATH_OUT] = "{1} (aquí fuera)",
    [ENT_MSG_PATH_WEIGHT] = "peso {1}",
    [ENT_MSG_PATH_MORE] = "y {1} más",

    [ENT_MSG_COL_ACTORS] = "Actores",
    [ENT_MSG_COL_CITIES] = "Ciudades",
    [ENT_MSG_COL_NETWORKS] = "Redes",
    [ENT_MSG_COL_ORGANISATIONS] = "Organizaciones",
    [ENT_MSG_COL_EVENTS] = "Eventos",
    [ENT_MSG_COL_COUNTRIES] = "Países",
    [ENT_MSG_COL_AGREEMENTS] = "Acuerdos",
    [ENT_MSG_COL_MEMBERSHIPS] = "Membresías",
    [ENT_MSG_COL_ATTENDANCES] = "Asistencias",
    [ENT_MSG_COL_EDGES] = "Vínculos",
    [ENT_MSG_COL_RANK] = "Puesto",
    [ENT_MSG_COL_NAME] = "Nombre",
    [ENT_MSG_COL_COUNTRY] = "País",
    [ENT_MSG_COL_GROUP] = "Grupo",
    [ENT_MSG_COL_SIZE] = "Actores",
    [ENT_MSG_COL_STABILITY] = "Estabilidad",
    [ENT_MSG_COL_MEMBERS] = "Miembros",
    [ENT_MSG_COL_FILE] = "Archivo",
    [ENT_MSG_COL_LINE] = "Línea",
    [ENT_MSG_COL_ROWS] = "Filas",
    [ENT_MSG_COL_USED] = "Usadas",
    [ENT_MSG_COL_MERGED] = "Unidas",
    [ENT_MSG_COL_SET_ASIDE] = "Aparte",
    [ENT_MSG_COL_REJECTED] = "Rechazadas",
    [ENT_MSG_COL_BLANK] = "En blanco",
    [ENT_MSG_COL_SEVERITY] = "Clase",
    [ENT_MSG_COL_MESSAGE] = "Lo que se encontró",
    [ENT_MSG_COL_VALUE] = "Afirmado",
    [ENT_MSG_COL_DATE] = "A fecha de",
    [ENT_MSG_COL_SOURCE] = "Fuente",
    [ENT_MSG_COL_NOTE] = "Nota",
    [ENT_MSG_COL_SHARE] = "Parte, %",
    [ENT_MSG_COL_THEN] = "Contados aquí entonces",
    [ENT_MSG_COL_SUBJECT] = "Sobre",
    [ENT_MSG_COL_MEASURE] = "Medida",
    [ENT_MSG_COL_DEFINITION] = "Definición",
    [ENT_MSG_COL_UNDEFINED] = "Indefinida",
    [ENT_MSG_COL_REFERENCE] = "Referencia",
    [ENT_MSG_COL_VIEW] = "Vista",
    [ENT_MSG_COL_FOUND] = "Hallado",
    [ENT_MSG_COL_EXPECTED] = "Por azar",
    [ENT_MSG_COL_ATTRIBUTE] = "Atributo",
    [ENT_MSG_COL_MISSING] = "Sin valor",
    [ENT_MSG_COL_WITHIN] = "Vínculos dentro",
    [ENT_MSG_COL_BETWEEN] = "Vínculos entre",
    [ENT_MSG_COL_EI] = "E-I",
    [ENT_MSG_COL_TITLE] = "Título",
    [ENT_MSG_COL_PUBLISHER] = "Editor",
    [ENT_MSG_VIEW_NOTE] = "{2} ({1})",
    [ENT_MSG_MORE_ROWS] = "{1} {1|fila|filas} más: véase {2}.",
    [ENT_MSG_EXCEL] = "La carpeta excel contiene las mismas tablas para hojas de cálculo.",
    [ENT_MSG_NO_SOURCES] = "El conjunto de datos no tiene tabla de fuentes.",
    [ENT_MSG_MADE_BY] =
        "Hecho con Entente {1}; iguales entrada, opciones y versión dan iguales bytes.",
    [ENT_MSG_ALL_TABLES] = "Todas las tablas",

    [ENT_MSG_PROFILE_CITY] = "ciudad",
    [ENT_MSG_PROFILE_NETWORK] = "red",
    [ENT_MSG_PROFILE_ORGANISATION] = "organización",
    [ENT_MSG_PROFILE_EVENT_KIND] = "evento",
    [ENT_MSG_PROFILE_ACTOR] = "actor de los vínculos",
    [ENT_MSG_PROFILE_ID] = "id {1}",
    [ENT_MSG_PROFILE_NAME] = "Nombre en la tabla: {1}",
    [ENT_MSG_PROFILE_NAMES] = "En otras lenguas: {1}",
    [ENT_MSG_PROFILE_ALIASES] = "También: {1}",
    [ENT_MSG_PROFILE_ATTRIBUTES] = "Además, en su fila: {1}",
    [ENT_MSG_PROFILE_UNDESCRIBED] = "Ninguna tabla lo describe; solo lo nombran los vínculos.",
    [ENT_MSG_PROFILE_DESCRIBED] = "Descrito en {1}",
    [ENT_MSG_PROFILE_REJECTED] =
        "{1} {1|fila de entrada fue rechazada|filas de entrada fueron rechazadas} (--keep-going): "
        "{1|falta|faltan} en todo lo que sigue. 'entente check' {1|la|las} nombra.",
    [ENT_MSG_PROFILE_OFFICES] = "Cargos",
    [ENT_MSG_PROFILE_HEAD] = "{1}: {2}",
    [ENT_MSG_PROFILE_HEAD_ASIDE] = "{1}: {2}, de los que {3} no {3|cuenta|cuentan}",
    [ENT_MSG_PROFILE_NAMED] = "Acuerdos de otros que lo nombran",
    [ENT_MSG_PROFILE_NO_TIES] = "No tiene vínculo alguno.",
    [ENT_MSG_PROFILE_MORE] = "y {1} más; --format json los da todos",
    [ENT_MSG_PROFILE_SIGNED] = "firmado {1}",
    [ENT_MSG_PROFILE_FROM] = "desde {1}",
    [ENT_MSG_PROFILE_TO] = "último día en vigor {1}",
    [ENT_MSG_PROFILE_TERM] = "por {1} {1|mes|meses}, último día en vigor {2}",
    [ENT_MSG_PROFILE_ACTIVE] = "vigente",
    [ENT_MSG_PROFILE_PLANNED] = "previsto",
    [ENT_MSG_PROFILE_EXPIRED] = "vencido",
    [ENT_MSG_PROFILE_TERMINATED] = "terminado",
    [ENT_MSG_PROFILE_WITHDRAWN] = "retirado",
    [ENT_MSG_PROFILE_DISPUTED] = "en disputa",
    [ENT_MSG_PROFILE_NOT_STATUS] = "no cuenta por su estado",
    [ENT_MSG_PROFILE_NOT_DATE] = "no cuenta: no está en vigor el {1}",
    [ENT_MSG_PROFILE_MAYBE] = "cuenta en su extensión máxima: la fecha es imprecisa",
    [ENT_MSG_PROFILE_ALWAYS] = "cuenta en toda fecha: no tiene inicio",
    [ENT_MSG_PROFILE_WEIGHT] = "peso {1}",
    [ENT_MSG_PROFILE_CONFIDENCE] = "confianza {1}",
    [ENT_MSG_PROFILE_EVENT] = "en: {1}",
    [ENT_MSG_PROFILE_TOPICS] = "temas: {1}",
    [ENT_MSG_PROFILE_SIGNED_BY] = "firmado por: {1}",
    [ENT_MSG_PROFILE_ON_BEHALF] = "en nombre de: {1}",
    [ENT_MSG_PROFILE_REPORTED] = "informado por: {1}",
    [ENT_MSG_PROFILE_NOTE] = "nota: {1}",
    [ENT_MSG_PROFILE_ROWS] = "en ",
    [ENT_MSG_PROFILE_SOURCES] = "Fuentes citadas: {1}",
    [ENT_MSG_PROFILE_RANKS] =
        "Puestos en la vista {1} ({2} {2|actor|actores}, {3} {3|vínculo|vínculos})",
    [ENT_MSG_PROFILE_RANK] = "puesto {1} de {2}",
    [ENT_MSG_PROFILE_RANK_SHARED] = "puesto {1} de {2}, compartido con {3} más",
    [ENT_MSG_PROFILE_UNRANKED] = "no definido, sin puesto",
    [ENT_MSG_PROFILE_NEIGHBOURS] = "Vecinos en la vista {2}: {1}",
    [ENT_MSG_PROFILE_GROUP] = "Grupo {1} de la vista {3}: {2} actores",
    [ENT_MSG_PROFILE_GROUP_ALONE] = "En la vista {1} no está en ningún grupo con otros",
    [ENT_MSG_PROFILE_STABILITY] = "Está con estos en el {1} % de {2} {2|corrida|corridas} "
                                  "({4}); el grupo en conjunto es estable en un {3} %.",
    [ENT_MSG_PROFILE_DISPUTES] = "Contradicciones de las fuentes que le tocan: {1}",
    [ENT_MSG_PROFILE_NEAR_SELF] = "Sobre el propio actor:",
    [ENT_MSG_PROFILE_NEAR_AGREEMENT] = "Sobre acuerdos suyos:",
    [ENT_MSG_PROFILE_NEAR_EVENT] = "Sobre eventos en los que estuvo o firmó:",
    [ENT_MSG_PROFILE_NEAR_NETWORK] = "Sobre redes con las que tiene vínculos:",
    [ENT_MSG_PROFILE_DISPUTE] = "{1}, {2}:",
    [ENT_MSG_PROFILE_CLAIM_DATE] = "a fecha de {1}",
};
