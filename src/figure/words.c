/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

enum { EN, ES, KO, LANGUAGES };

static const char *const words[ENT_SAY_COUNT][LANGUAGES] = {
    [ENT_SAY_AS_OF] = {"As of {0}", "Al {0}", "{0} 기준"},
    [ENT_SAY_COUNTS] = {"{0}, {1}", "{0}, {1}", "{0}, {1}"},
    [ENT_SAY_COUNTS_TWO] = {"{0} and {1}, {2}", "{0} y {1}, {2}", "{0}, {1}, {2}"},
    [ENT_SAY_ONE_TIE] = {"{0} tie", "{0} vínculo", "연결 {0}"},
    [ENT_SAY_TIES] = {"{0} ties", "{0} vínculos", "연결 {0}"},
    [ENT_SAY_KIND + ENT_KIND_CITY] = {"city", "ciudad", "도시"},
    [ENT_SAY_KIND + ENT_KIND_NETWORK] = {"network", "red", "네트워크"},
    [ENT_SAY_KIND + ENT_KIND_ORGANISATION] = {"organisation", "organización", "기관"},
    [ENT_SAY_KIND + ENT_KIND_EVENT] = {"event", "evento", "행사"},
    [ENT_SAY_KIND + ENT_KIND_ACTOR] = {"actor", "actor", "행위자"},
    [ENT_SAY_KIND + ENT_KIND_AGREEMENT] = {"agreement", "acuerdo", "협약"},
    [ENT_SAY_KINDS + ENT_KIND_CITY] = {"cities", "ciudades", "도시"},
    [ENT_SAY_KINDS + ENT_KIND_NETWORK] = {"networks", "redes", "네트워크"},
    [ENT_SAY_KINDS + ENT_KIND_ORGANISATION] = {"organisations", "organizaciones", "기관"},
    [ENT_SAY_KINDS + ENT_KIND_EVENT] = {"events", "eventos", "행사"},
    [ENT_SAY_KINDS + ENT_KIND_ACTOR] = {"actors", "actores", "행위자"},
    [ENT_SAY_KINDS + ENT_KIND_AGREEMENT] = {"agreements", "acuerdos", "협약"},
    [ENT_SAY_VIEW + ENT_VIEW_WHOLE] = {"all partnerships", "todas las alianzas", "모든 협력 관계"},
    [ENT_SAY_VIEW +
        ENT_VIEW_AGREEMENTS] = {"who signed with whom", "quién firmó con quién", "협약 관계"},
    [ENT_SAY_VIEW + ENT_VIEW_AFFILIATIONS] = {"members and their networks", "miembros y sus redes",
                                              "회원과 네트워크"},
    [ENT_SAY_VIEW + ENT_VIEW_CITIES] = {"cities that share a network", "ciudades que comparten red",
                                        "네트워크를 공유하는 도시"},
    [ENT_SAY_VIEW + ENT_VIEW_NETWORKS] = {"networks that share members",
                                          "redes que comparten miembros",
                                          "회원을 공유하는 네트워크"},
    [ENT_SAY_VIEW +
        ENT_VIEW_EVENTS] = {"who took part in what", "quién participó en qué", "행사 참가"},
    [ENT_SAY_VIEW_MEMBERS] = {"members that share a network", "miembros que comparten red",
                              "네트워크를 공유하는 회원"},
    [ENT_SAY_BEYOND_CHANCE] = {"{0} beyond chance ({1}, {2})", "{0} más allá del azar ({1}, {2})",
                               "우연을 넘는 {0} ({1}, {2})"},
    [ENT_SAY_AGREEMENT] = {"agreement", "acuerdo", "협약"},
    [ENT_SAY_MEMBERSHIP] = {"membership", "membresía", "회원"},
    [ENT_SAY_ATTENDANCE] = {"attendance", "asistencia", "참가"},
    [ENT_SAY_TIE] = {"tie", "vínculo", "연결"},
    [ENT_SAY_SHARED] = {"shared memberships", "membresías compartidas", "공동 소속"},
    [ENT_SAY_PLANNED] = {"planned", "previsto", "예정"},
    [ENT_SAY_DISPUTED] = {"disputed", "controvertido", "논란"},
    [ENT_SAY_WIDTH] = {"width: strength of the tie", "grosor: fuerza del vínculo",
                       "굵기: 연결의 강도"},
    [ENT_SAY_DIRECTION] = {"from source to target", "de origen a destino", "출발에서 도착으로"},
    [ENT_SAY_BOTH_WAYS] = {"tie in both directions", "vínculo en ambas direcciones", "양방향 연결"},
    [ENT_SAY_PARALLEL] = {"several ties of one pair", "varios vínculos de un par",
                          "한 쌍의 여러 연결"},
    [ENT_SAY_AREA] = {"area: {0}", "área: {0}", "면적: {0}"},
    [ENT_SAY_AREA_SMALL] = {"area: {0} (marks are too small here to compare)",
                            "área: {0} (las marcas son aquí demasiado pequeñas para compararlas)",
                            "면적: {0} (표시가 작아 비교하기 어려움)"},
    [ENT_SAY_SMALLEST] = {"up to {0}", "hasta {0}", "{0} 이하"},
    [ENT_SAY_UNDEFINED] = {"undefined", "sin definir", "정의되지 않음"},
    [ENT_SAY_NEGATIVE] =
        {"No area can show a value below 0; the smallest mark stands for: {0}.",
         "Ningún área muestra un valor menor que 0; la marca mínima vale por: {0}.",
         "0보다 작은 값은 면적으로 나타낼 수 없어 가장 작은 표시로 그림: {0}개."},
    [ENT_SAY_COLOR_BY] = {"colour: {0}", "color: {0}", "색: {0}"},
    [ENT_SAY_HULL] = {"outline: {0}", "contorno: {0}", "윤곽: {0}"},
    [ENT_SAY_FEWER_RUNS] = {"Groups are the best of {0} runs.",
                            "Los grupos son los mejores de {0} ejecuciones.",
                            "그룹은 {0}회 실행 중 가장 좋은 결과임."},
    [ENT_SAY_UNDIRECTED] = {"Without a direction, drawn and counted once each way: {0}.",
                            "Sin dirección, dibujados y contados una vez en cada sentido: {0}.",
                            "방향이 없어 양방향으로 한 번씩 그리고 센 연결: {0}건."},
    [ENT_SAY_HULLS_LEFT] = {"Without an outline, as there are more than colours: {0}.",
                            "Sin contorno, por haber más que colores: {0}.",
                            "색보다 많아 윤곽을 그리지 않음: {0}개."},
    [ENT_SAY_NO_HULLS] = {"No outlines, as no two actors shown have the same {0}.",
                          "Sin contornos: no hay dos actores mostrados con el mismo valor de {0}.",
                          "표시된 행위자 중 {0} 값이 같은 둘이 없어 윤곽이 없음."},
    [ENT_SAY_OTHER] = {"other ({0})", "otros ({0})", "기타 ({0})"},
    [ENT_SAY_NOT_GIVEN] = {"not given", "sin dato", "정보 없음"},
    [ENT_SAY_GROUP] = {"group {0}", "grupo {0}", "그룹 {0}"},
    [ENT_SAY_BADGE] = {"ring: member of {0}", "anillo: miembro de {0}", "고리: {0} 회원"},
    [ENT_SAY_FOLDED] = {"+{0}", "+{0}", "+{0}곳"},
    [ENT_SAY_FOLDED_LEGEND] = {"+n: members tied to this network alone, counted",
                               "+n: miembros unidos solo a esta red, contados",
                               "+n: 이 네트워크에만 속한 회원 수"},
    [ENT_SAY_FAN_LEGEND] = {"dots: members tied to this network alone",
                            "puntos: miembros unidos solo a esta red",
                            "점: 이 네트워크에만 속한 회원"},
    [ENT_SAY_REJECTED] = {"Rejected rows of the tables, which are not in here: {0}.",
                          "Filas rechazadas de las tablas, que aquí faltan: {0}.",
                          "표에서 거부되어 여기에 없는 행: {0}개."},
    [ENT_SAY_NOT_SHOWN] =
        {"{0} of the {2} members of {1} have no other tie and are not shown.",
         "{0} de los {2} miembros de {1} no tienen otro vínculo y no se muestran.",
         "{1}의 회원 {2} 중 다른 연결이 없는 {0}은 표시하지 않음."},
    [ENT_SAY_THINNED] =
        {"Only the backbone (quadrilateral Simmelian) is drawn; {0} of {1} ties are not.",
         "Solo se dibuja el esqueleto (simmeliano cuadrilateral); {0} de {1} vínculos no.",
         "골격(사각 짐멜 백본)만 그림: 연결 {1} 중 {0}은 그리지 않음."},
    [ENT_SAY_ASIDES] =
        {"Planned or disputed memberships of networks shown by a ring are not drawn: {0}.",
         "No se dibujan membresías previstas o controvertidas de redes mostradas con anillo: {0}.",
         "고리로 표시한 네트워크의 예정·논란 회원 자격은 그리지 않음: {0}건."},
    [ENT_SAY_LEFT_OUT] = {"Names left out for want of room: {0}.",
                          "Nombres omitidos por falta de espacio: {0}.",
                          "자리가 부족하여 생략한 이름: {0}개."},
    [ENT_SAY_TOO_FEW_ROWS] =
        {"Not shown, as the page has too few rows: the least important {0}, with {1} ties.",
         "No se muestran, por falta de filas en la página: los {0} de menor rango, con {1} "
         "vínculos.",
         "쪽의 행이 부족하여 순위가 가장 낮은 {0}개와 그 연결 {1}개는 표시하지 않음."},
    [ENT_SAY_NO_PLACE] = {"Not on the map, as no coordinates are given: {0}.",
                          "Fuera del mapa, por falta de coordenadas: {0}.",
                          "좌표가 없어 지도에 없음: {0}."},
    [ENT_SAY_AND_MORE] = {"{0} and {1} more", "{0} y {1} más", "{0} 외 {1}"},
    [ENT_SAY_GREAT_CIRCLES] = {"Lines follow great circles, the shortest ways over the globe; on a "
                               "flat map these bend towards the poles.",
                               "Las líneas siguen círculos máximos, el camino más corto sobre el "
                               "globo; en un mapa plano se curvan hacia los polos.",
                               "선은 지구 위 최단 경로인 대권을 따르며, 평면 지도에서는 극 쪽으로 "
                               "휘어 보임."},
    [ENT_SAY_PARTY] = {"party to an agreement", "parte de un acuerdo", "협약 당사자"},
    [ENT_SAY_NAMED_GROUP] = {"group", "grupo", "그룹"},
    [ENT_SAY_NAMED_COUNTRY] = {"country", "país", "국가"},
    [ENT_SAY_NAMED_REGION] = {"region", "región", "지역"},
    [ENT_SAY_NAMED_KIND] = {"kind", "tipo", "종류"},
    [ENT_SAY_NAMED_NETWORK] = {"network", "red", "네트워크"},
    [ENT_SAY_NAMED_DEGREE] = {"degree", "grado", "연결 정도"},
    [ENT_SAY_NAMED_BETWEENNESS] = {"betweenness", "intermediación", "매개 중심성"},
    [ENT_SAY_PARTNERS] = {"agreement partners", "socios de acuerdos", "협약 상대"},
    [ENT_SAY_MEMBER_OF] = {"member of {0}", "miembro de {0}", "{0} 회원"},
    [ENT_SAY_MEMBER] = {"member of a network", "miembro de una red", "네트워크 회원"},
    [ENT_SAY_PLACE] = {"no membership known", "sin membresía conocida", "회원 정보 없음"},
    [ENT_SAY_NO_LINE] = {"no line on this map", "sin línea en este mapa", "이 지도에 선 없음"},
    [ENT_SAY_UNSEEN] =
        {"Ties not seen, as their ends stand at one place or too near each other: {0}.",
         "Vínculos que no se ven, por estar sus extremos en un mismo lugar o demasiado cerca: {0}.",
         "양 끝이 같은 곳에 있거나 너무 가까워 보이지 않는 연결: {0}개."},
    [ENT_SAY_LINELESS] = {"Ties without a line, as an end has no coordinates: {0} of {1}.",
                          "Vínculos sin línea, pues un extremo no tiene coordenadas: {0} de {1}.",
                          "한쪽 끝의 좌표가 없어 선이 없는 연결: {1}개 중 {0}개."},
    [ENT_SAY_ONLY_PARTIES] = {"Only those with a line or an agreement are named.",
                              "Solo se nombra a quienes tienen una línea o un acuerdo.",
                              "선이나 협약이 있는 곳만 이름을 표시함."},
    [ENT_SAY_PLACELESS_ASIDE] = {"Agreements with actors that have no place on the map",
                                 "Acuerdos con actores que no tienen lugar en el mapa",
                                 "지도에 위치가 없는 행위자와의 협약"},
    [ENT_SAY_SOURCE] = {"Source: {0}", "Fuente: {0}", "출처: {0}"},
    [ENT_SAY_SOURCES_IN] = {"{0}; {1} sources named there.", "{0}; {1} fuentes citadas allí.",
                            "{0}; 그곳에 명시된 출처 {1}건."},
    [ENT_SAY_SOURCE_IN] = {"{0}; one source named there.", "{0}; una fuente citada allí.",
                           "{0}; 그곳에 명시된 출처 1건."},
    [ENT_SAY_OUTLINE] = {"Land: Natural Earth. Projection: Equal Earth.",
                         "Tierra: Natural Earth. Proyección: Equal Earth.",
                         "육지: Natural Earth. 도법: Equal Earth."},
    [ENT_SAY_OUTLINE_PART] = {"Land: Natural Earth. Projection: Lambert azimuthal equal-area.",
                              "Tierra: Natural Earth. Proyección: azimutal equivalente de Lambert.",
                              "육지: Natural Earth. 도법: 람베르트 정적방위도법."},
    [ENT_SAY_COAST] =
        {"The coast is generalised (1:110 million) and small islands are missing, so that some "
         "places stand in the sea.",
         "La costa está generalizada (1:110 millones) y faltan islas pequeñas, por lo que algunos "
         "lugares quedan en el mar.",
         "해안선이 간략화되어(1:1억 1천만) 작은 섬이 빠져 있으므로 일부 장소가 바다 위에 놓임."},
    [ENT_SAY_BORDERS] =
        {"Borders: Natural Earth 4.1, as controlled in fact; showing them endorses none.",
         "Fronteras: Natural Earth 4.1, según el control de hecho; mostrarlas no implica respaldo.",
         "국경: Natural Earth 4.1의 실효 지배 기준이며, 표시가 승인을 뜻하지 않음."},
    [ENT_SAY_MISSING_GLYPHS] =
        {"Characters without a glyph in the fonts of this machine: {0} (first: {1}); install {2}",
         "Caracteres que no están en las fuentes de esta máquina: {0} (el primero: {1}); instale "
         "{2}",
         "이 컴퓨터의 글꼴에 없는 글자 {0}개 (첫 글자: {1}); {2} 설치 필요"},
    [ENT_SAY_INSET] = {"{0}, enlarged", "{0}, ampliado", "{0} 확대"},
    [ENT_SAY_FEW_KNOWN] =
        {"Places are known of {0} of {1} actors, too few to stand by: all are laid out anew "
         "and moved towards them.",
         "Se conoce el lugar de {0} de {1} actores, muy pocos para mantenerlo: todos se colocan de "
         "nuevo y se acercan a ellos.",
         "행위자 {1}개 중 {0}개만 자리가 알려져 있어, 모두 새로 배치한 뒤 그 자리 쪽으로 옮김."},
    [ENT_SAY_TOUCHING] = {"Marks that overlap, as they keep their places: {0}.",
                          "Marcas que se solapan, pues conservan su lugar: {0}.",
                          "자리를 그대로 두어 겹치는 점: {0}개."},
    [ENT_SAY_ISOLATES] = {"without a tie", "sin vínculos", "연결 없음"},
    [ENT_SAY_UNTITLED] = {"Network", "Red", "네트워크"},
    [ENT_SAY_NOT_IN_FORCE] = {"no tie in force", "sin vínculo vigente", "유효한 연결 없음"},
    [ENT_SAY_APART] = {"no tie to the rest", "sin vínculo con el resto", "나머지와 연결 없음"},
    [ENT_SAY_EGO] = {"{0} and its partners", "{0} y sus socios", "{0}의 협력 관계"},
    [ENT_SAY_RING_PARTNERS] = {"ring 1: partners", "círculo 1: socios", "동심원 1: 협력 상대"},
    [ENT_SAY_RING_SECOND] = {"ring 2: partners' partners", "círculo 2: socios de los socios",
                             "동심원 2: 협력 상대의 상대"},
    [ENT_SAY_RING_AWAY] = {"ring {0}: {0} ties away", "círculo {0}: a {0} vínculos",
                           "동심원 {0}: {0}단계 거리"},
    [ENT_SAY_RINGS_AWAY] = {"rings {0} to {1}: as many ties away",
                            "círculos {0} a {1}: a otros tantos vínculos",
                            "동심원 {0}–{1}: 각각 그만큼의 단계"},
    [ENT_SAY_RING_APART] = {"outermost ring: no tie leads there",
                            "círculo exterior: ningún vínculo llega allí",
                            "가장 바깥 동심원: 이어진 연결 없음"},
    [ENT_SAY_CUT] = {"Cut for want of room: \"{0}\"", "Texto cortado por falta de espacio: «{0}»",
                     "자리가 부족하여 줄인 글: “{0}”"},
    [ENT_SAY_RINGS_BY] = {"the nearer the middle, the higher: {0}",
                          "cuanto más cerca del centro, mayor: {0}",
                          "가운데에 가까울수록 높음: {0}"},
    [ENT_SAY_RING_UNDEFINED] = {"dashed ring: {0} is not defined",
                                "círculo discontinuo: {0} no está definido",
                                "점선 동심원: {0} 값 없음"},
    [ENT_SAY_RINGS_RANGES] =
        {"Each ring holds a range of {0}, from the middle {1}; where an actor "
         "stands within it has no meaning.",
         "Cada círculo reúne un intervalo de {0}, desde el centro {1}; el lugar "
         "dentro de él no significa nada.",
         "각 동심원은 {0} 범위를 담으며(가운데부터 {1}), 그 안의 위치에는 뜻이 "
         "없음."},
    [ENT_SAY_RINGS_SCALE] =
        {"The distance from the middle is in proportion to what an actor lacks of the highest {0}.",
         "La distancia al centro es proporcional a lo que falta para el mayor valor de {0}.",
         "가운데까지의 거리는 가장 높은 {0} 값과의 차이에 비례함."},
    [ENT_SAY_ARC_OF] = {"arc: actors of one {0}, with the number of all of them and of their ties",
                        "arco: actores de un mismo valor de {0}, con el número de todos ellos y de "
                        "sus vínculos",
                        "호: {0} 값이 같은 행위자. 숫자는 그 전체와 모든 연결의 수"},
    [ENT_SAY_ARC_TIES] = {"arc: one {0}, as long as it has ties; their number stands at its name",
                          "arco: un valor de {0}, tan largo como sus vínculos; su número va junto "
                          "al nombre",
                          "호: {0} 하나. 길이는 연결 수이며 이름 곁의 숫자와 같음"},
    [ENT_SAY_ARC_RECORDS] =
        {"arc: one {0}, as long as it has ties, parallel ones counted; their "
         "number stands at its name",
         "arco: un valor de {0}, tan largo como sus vínculos, contados los "
         "paralelos; su número va junto al nombre",
         "호: {0} 하나. 길이는 중복을 포함한 연결 수이며 이름 곁의 숫자와 같음"},
    [ENT_SAY_ARC_WEIGHT] = {"arc: one {0}, as long as the weight of its ties, which stands at its "
                            "name",
                            "arco: un valor de {0}, tan largo como el peso de sus vínculos, que va "
                            "junto al nombre",
                            "호: {0} 하나. 길이는 연결 가중치의 합이며 이름 곁의 숫자와 같음"},
    [ENT_SAY_WITHIN] = {"{0} ({1} within)", "{0} ({1} internos)", "{0} (내부 {1})"},
    [ENT_SAY_RIBBON] = {"ribbon: ties between two, in the colour of the one with more ties",
                        "cinta: vínculos entre dos, con el color del que tiene más",
                        "띠: 둘 사이의 연결, 연결이 더 많은 쪽의 색"},
    [ENT_SAY_RIBBON_WIDTH] = {"width of {0}", "ancho de {0}", "{0}의 너비"},
    [ENT_SAY_NO_VALUE] = {"Ties with an end for which no {1} is given: {0} of {2}.",
                          "Vínculos con un extremo sin {1}: {0} de {2}.",
                          "한쪽 이상에 {1} 정보가 없는 연결: {2} 중 {0}."},
    [ENT_SAY_NO_ARC] = {"Without a tie, so without an arc: {0} ({1}).",
                        "Sin vínculos y por tanto sin arco: {0} ({1}).",
                        "연결이 없어 호가 없음: {0} ({1})."},
    [ENT_SAY_ALL_WITHIN] = {"All {2} ties lie within one {0}, {1}: there is nothing to compare.",
                            "Los {2} vínculos están dentro de un solo valor de {0}, {1}: no hay "
                            "nada que comparar.",
                            "연결 {2}개가 모두 {0} 하나({1}) 안에 있어 비교할 것이 없음."},
    [ENT_SAY_ONE_WITHIN] = {"The only tie lies within one {0}, {1}: there is nothing to compare.",
                            "El único vínculo está dentro de un solo valor de {0}, {1}: no hay "
                            "nada que comparar.",
                            "하나뿐인 연결이 {0} 하나({1}) 안에 있어 비교할 것이 없음."},
    [ENT_SAY_ONE_ARC] = {"The {0} values with the fewest ties share one arc.",
                         "Los {0} valores con menos vínculos comparten un arco.",
                         "연결이 가장 적은 {0}개 값은 호 하나로 묶음."},
    [ENT_SAY_NOT_COUNTED] = {"Ties not counted: planned {0}, disputed {1}.",
                             "Vínculos no contados: previstos {0}, controvertidos {1}.",
                             "세지 않은 연결: 예정 {0}건, 논란 {1}건."},
    [ENT_SAY_EMPTY] = {"No actors", "Sin actores", "행위자 없음"},
    [ENT_SAY_NO_TIES] = {"No ties", "Sin vínculos", "연결 없음"},
    [ENT_SAY_ALT] = {"{0}. {1}.", "{0}. {1}.", "{0}. {1}."},
    [ENT_SAY_ALT_LEADERS] = {"Largest: {0}.", "Mayores: {0}.", "큰 순서: {0}."},
    [ENT_SAY_ALT_HULLS] = {"Outlines by {0}: {1}.", "Contornos por {0}: {1}.",
                           "테두리 구분({0}): {1}."},
    [ENT_SAY_ALT_COLORS] = {"Colours by {0}: {1}.", "Colores por {0}: {1}.", "색 구분({0}): {1}."},
    [ENT_SAY_ALT_PLANNED] = {"Planned, drawn dashed: {0}.", "Previstos, en línea discontinua: {0}.",
                             "예정(점선): {0}건."},
    [ENT_SAY_ALT_DISPUTED] = {"Disputed, drawn dash-dotted: {0}.",
                              "Controvertidos, en línea de raya y punto: {0}.",
                              "논란(일점쇄선): {0}건."},
    [ENT_SAY_ALT_PLANNED_CELLS] = {"Planned, in hollow cells: {0}.",
                                   "Previstos, en celdas huecas: {0}.", "예정(빈 칸): {0}건."},
    [ENT_SAY_ALT_DISPUTED_CELLS] = {"Disputed, in half-filled cells: {0}.",
                                    "Controvertidos, en celdas llenas a medias: {0}.",
                                    "논란(반만 채운 칸): {0}건."},
    [ENT_SAY_ALT_PLANNED_AMONG] = {"Planned, counted among the ties: {0}.",
                                   "Previstos, contados entre los vínculos: {0}.",
                                   "예정(연결에 포함): {0}건."},
    [ENT_SAY_ALT_DISPUTED_AMONG] = {"Disputed, counted among the ties: {0}.",
                                    "Controvertidos, contados entre los vínculos: {0}.",
                                    "논란(연결에 포함): {0}건."},
    [ENT_SAY_PICTURE_NETWORK] = {"Network diagram", "Diagrama de red", "네트워크 그림"},
    [ENT_SAY_PICTURE_MAP] = {"Map", "Mapa", "지도"},
    [ENT_SAY_PICTURE_COLUMNS] = {"Diagram in two columns", "Diagrama en dos columnas",
                                 "두 줄 그림"},
    [ENT_SAY_PICTURE_RINGS] = {"Diagram on rings", "Diagrama en anillos", "동심원 그림"},
    [ENT_SAY_PICTURE_ARC] = {"Arc diagram", "Diagrama de arcos", "호 그림"},
    [ENT_SAY_PICTURE_CIRCLE] = {"Diagram on a circle", "Diagrama en círculo", "원형 그림"},
    [ENT_SAY_PICTURE_CHORD] = {"Chord diagram", "Diagrama de cuerdas", "코드 그림"},
    [ENT_SAY_PICTURE_MATRIX] = {"Matrix", "Matriz", "행렬"},
    [ENT_SAY_PICTURE_TIMELINE] = {"Timeline", "Cronología", "연표"},
    [ENT_SAY_SECTION_AGREEMENTS] = {"Agreements", "Acuerdos", "협약"},
    [ENT_SAY_SECTION_TIES] = {"Ties", "Vínculos", "연결"},
    [ENT_SAY_SECTION_MEMBERSHIPS] = {"Memberships", "Membresías", "회원 자격"},
    [ENT_SAY_SECTION_EVENTS] = {"Events (participants)", "Eventos (participantes)",
                                "행사 (참가자 수)"},
    [ENT_SAY_EXPIRED] = {"expired", "vencido", "만료"},
    [ENT_SAY_TERMINATED] = {"terminated", "rescindido", "해지"},
    [ENT_SAY_WITHDRAWN] = {"withdrawn", "retirado", "탈퇴"},
    [ENT_SAY_MEMBERS_COUNTED] = {"Members: {0}", "Miembros: {0}", "회원 {0}"},
    [ENT_SAY_MEMBERS_DATED] = {"Members: {0}, of them with a start date: {1}",
                               "Miembros: {0}, con fecha de inicio: {1}",
                               "회원 {0}, 그중 시작일 있음 {1}"},
    [ENT_SAY_OVER] = {"over by then", "ya terminado", "기준일 전에 종료"},
    [ENT_SAY_IMPRECISE] = {"faint: perhaps, as a date is imprecise or unknown",
                           "tenue: quizá, por fecha imprecisa o desconocida",
                           "옅은 부분: 날짜가 부정확하거나 없어 확실하지 않음"},
    [ENT_SAY_AHEAD] = {"thin: after the as-of date", "fino: después de la fecha de referencia",
                       "가는 부분: 기준일 이후"},
    [ENT_SAY_OPEN_END] = {"no start or end given, or beyond the page",
                          "sin inicio o fin indicado, o fuera de la página",
                          "시작일이나 종료일 없음 또는 지면 밖"},
    [ENT_SAY_STEPS] = {"members with a start date, counted",
                       "miembros con fecha de inicio, contados", "시작일이 있는 회원 수"},
    [ENT_SAY_STEPS_WITHOUT] = {"Memberships not counted as members: {0}.",
                               "Membresías no contadas: {0}.",
                               "회원 수에 넣지 않은 회원 자격: {0}."},
    [ENT_SAY_STEPS_WITHOUT_OVER] = {"over, but not known since when: {0}",
                                    "terminadas sin que se sepa cuándo: {0}",
                                    "종료일을 모르는 종료 {0}건"},
    [ENT_SAY_STEPS_WITHOUT_PLANNED] = {"planned: {0}", "previstas: {0}", "예정 {0}건"},
    [ENT_SAY_STEPS_WITHOUT_DISPUTED] = {"disputed: {0}", "controvertidas: {0}", "논란 {0}건"},
    [ENT_SAY_RECORDS] = {"Records behind this view: {0}; in rows of their own: {1}.",
                         "Registros tras esta vista: {0}; con fila propia: {1}.",
                         "이 보기의 기록: {0}건, 그중 각자 한 줄로 표시: {1}건."},
    [ENT_SAY_RECORDS_COUNTED] =
        {"Records behind this view: {0}; in rows of their own: {1}; counted by network or event: "
         "{2}.",
         "Registros tras esta vista: {0}; con fila propia: {1}; contados por red o evento: {2}.",
         "이 보기의 기록: {0}건, 그중 각자 한 줄로 표시: {1}건, 네트워크·행사별 집계: {2}건."},
    [ENT_SAY_UNDATED] = {"Without a date, in no row: {0} ({1}).", "Sin fecha, sin fila: {0} ({1}).",
                         "날짜가 없어 줄이 없음: {0}건 ({1})."},
    [ENT_SAY_ROWS_LEFT_OUT] = {"Rows left out for want of room: {0}, of {1} records.",
                               "Filas omitidas por falta de espacio: {0}, de {1} registros.",
                               "자리가 부족하여 생략한 줄: {0}개 (기록 {1}건)."},
    [ENT_SAY_TIME_TOLD] = {"Years shown: {0}.", "Años mostrados: {0}.", "표시 기간: {0}."},
    [ENT_SAY_TIME_OVER] = {"Records over by the date: {0}.",
                           "Registros terminados a la fecha: {0}.",
                           "기준일 전에 종료된 기록: {0}건."},
    [ENT_SAY_TIME_DOUBTFUL] = {"Planned or disputed: {0}.", "Previstos o controvertidos: {0}.",
                               "예정 또는 논란: {0}건."},
    [ENT_SAY_DARKER] = {"the stronger the tie, the fuller the colour",
                        "cuanto más fuerte el vínculo, más intenso el color",
                        "연결이 강할수록 짙은 색"},
    [ENT_SAY_BLOCKS] = {"outlined: a group", "con contorno: un grupo", "테두리: 그룹"},
    [ENT_SAY_ROW_TO_COLUMN] = {"ties go from row to column", "los vínculos van de fila a columna",
                               "연결 방향: 행에서 열로"},
    [ENT_SAY_MATRIX_ORDER] =
        {"Rows and columns stand by group ({0} of two and more), in a group by "
         "number of ties.",
         "Filas y columnas por grupo ({0} de dos o más), dentro del grupo por "
         "número de vínculos.",
         "행과 열은 그룹(둘 이상인 그룹 {0}개)별, 그룹 안에서는 연결 수 순."},
    [ENT_SAY_MATRIX_OF_GROUPS] =
        {"With {1} actors a cell stands for two of {0} groups: the fuller its colour, the larger "
         "the "
         "share of their pairs that are tied.",
         "Con {1} actores, cada celda es de dos de {0} grupos: cuanto más intenso el color, mayor "
         "la parte de sus pares con vínculo.",
         "행위자가 {1}이므로 칸 하나가 그룹 {0}개 중 둘을 나타내며, 색이 짙을수록 연결된 쌍의 "
         "비율이 "
         "큼."},
    [ENT_SAY_GROUP_ROW] = {"{0}: {1}, … ({2})", "{0}: {1}, … ({2})", "{0}: {1} 등 ({2})"},
    [ENT_SAY_SMALL_GROUPS] = {"smaller groups ({0})", "grupos menores ({0})", "작은 그룹 ({0})"},
};

static int language_of(const ent_i_scene_t *scene)
{
    if (scene->language != NULL && strncmp(scene->language, "es", 2) == 0)
        return ES;
    return scene->language != NULL && strncmp(scene->language, "ko", 2) == 0 ? KO : EN;
}

const char *ent_i_say(ent_i_scene_t *scene, ent_i_word_t word, const char *a, const char *b,
                      const char *c)
{
    const char *const arg[3] = {a, b, c};
    const char *from = words[word][language_of(scene)];
    const char *said = "";
    ent_i_text_t text = {0};

    while (*from != '\0') {
        if (from[0] == '{' && from[1] >= '0' && from[1] <= '2' && from[2] == '}') {
            ent_i_text_puts(&text, arg[from[1] - '0'] != NULL ? arg[from[1] - '0'] : "");
            from += 3;
        } else {
            ent_i_text_putc(&text, *from++);
        }
    }
    if (text.failed)
        scene->failed = true;
    else if (text.bytes != NULL)
        said = ent_i_scene_copy(scene, text.bytes);
    ent_i_text_free(&text);
    return said;
}

const char *ent_i_say_named(const ent_i_scene_t *scene, const char *name)
{
    for (int w = ENT_SAY_NAMED_GROUP; w <= ENT_SAY_NAMED_BETWEENNESS; w++) {
        if (strcmp(words[w][EN], name) == 0)
            return words[w][language_of(scene)];
    }
    return NULL;
}

const char *ent_i_say_count(ent_i_scene_t *scene, size_t count)
{
    const char *gap = language_of(scene) == ES ? "\302\240" : ","; /* a space that does not break */

    if (count < 1000 || (language_of(scene) == ES && count < 10000))
        return ent_i_scene_printf(scene, "%zu", count);
    if (count < 1000000)
        return ent_i_scene_printf(scene, "%zu%s%03zu", count / 1000, gap, count % 1000);
    return ent_i_scene_printf(scene, "%zu%s%03zu%s%03zu", count / 1000000, gap, count / 1000 % 1000,
                              gap, count % 1000);
}

/* "0.00031" for 3.1e-04: a point and the zeros before the digits. */
static const char *say_small(ent_i_scene_t *scene, const char *written, const char *exponent)
{
    const char *sign = written[0] == '-' ? "-" : "";
    char digits[ENT_NUMBER_SIZE] = "";
    size_t count = 0;

    for (const char *at = written; at < exponent; at++) {
        if (*at >= '0' && *at <= '9')
            digits[count++] = *at;
    }
    return ent_i_scene_printf(scene, "%s0.%0*d%s", sign, (int)-strtol(exponent + 1, NULL, 10) - 1,
                              0, digits);
}

const char *ent_i_say_number(ent_i_scene_t *scene, double number, int digits)
{
    char written[ENT_NUMBER_SIZE];
    const char *exponent = NULL;
    double rounded = number;

    ent_i_number_format_digits(written, number, digits);
    exponent = strchr(written, 'e');
    if (exponent != NULL && fabs(number) < 1)
        return say_small(scene, written, exponent);
    if (exponent != NULL) /* as many digits as wanted stand before the point */
        rounded = round(number);
    if (rounded == floor(rounded) && fabs(rounded) < 1e15)
        return ent_i_scene_printf(scene, "%s%s", rounded < 0 ? "-" : "",
                                  ent_i_say_count(scene, (size_t)fabs(rounded)));
    return ent_i_scene_copy(scene, written);
}

const char *ent_i_say_kinds(ent_i_scene_t *scene, ent_kind_t kind, size_t count)
{
    ent_i_word_t one = (ent_i_word_t)(ENT_SAY_KIND + (int)kind);
    ent_i_word_t many = (ent_i_word_t)(ENT_SAY_KINDS + (int)kind);
    const char *name = ent_i_say(scene, count == 1 ? one : many, NULL, NULL, NULL);

    if (language_of(scene) == KO)
        return ent_i_scene_printf(scene, "%s %s", name, ent_i_say_count(scene, count));
    return ent_i_scene_printf(scene, "%s %s", ent_i_say_count(scene, count), name);
}
