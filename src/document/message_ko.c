/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the report says, in Korean. */
#include "document/message.h"

const char *const ent_i_messages_ko[ENT_MSG_COUNT] = {
    [ENT_MSG_AND] = "{1}, {2}",
    [ENT_MSG_COMMA] = ", ",
    [ENT_MSG_MORE] = "그 밖의 {1}곳",

    [ENT_MSG_PARTNERS] = "협약 상대가 가장 많은 행위자: {1} ({2}곳).",
    [ENT_MSG_PARTNERS_SHARED] = "협약 상대가 가장 많은 행위자: {1} (각각 {2}곳).",
    [ENT_MSG_NEIGHBOURS] = "이웃이 가장 많은 행위자: {1} ({2}곳).",
    [ENT_MSG_NEIGHBOURS_SHARED] = "이웃이 가장 많은 행위자: {1} (각각 {2}곳).",
    [ENT_MSG_AGREEMENTS] = "상대가 아니라 협약 수로 세면 가장 많은 행위자: {1} ({2}건).",
    [ENT_MSG_ABROAD] = "다른 지역과의 관계가 가장 많은 행위자: {1} ({3|모두|각각} {2}건).",
    [ENT_MSG_BRIDGE] = "가장 큰 다리 역할을 하는 행위자: {1}. 다른 행위자 쌍 가운데 {2}%의 최단 "
                       "경로가 이곳을 지난다{4||(각각)} (매개 중심성 {3}).",
    [ENT_MSG_JOINER] = "회원이 가장 많은 네트워크: {1} (전체 {3}곳 가운데 {4||각각 }{2}곳).",
    [ENT_MSG_CONNECTED] = "관계가 있는 행위자 {1}곳은 하나로 이어져 있다.",
    [ENT_MSG_PIECES] = "관계가 있는 행위자 {1}곳은 서로 떨어진 {2}개 덩어리로 나뉘며, 가장 큰 "
                       "덩어리에는 {3}곳({4}%)이 있다.",
    [ENT_MSG_ISOLATES] = "여기에서 세는 관계가 없는 행위자 {1}곳: {2}.",
    [ENT_MSG_REGIONS] =
        "양쪽의 지역이 알려진 관계 {2}건 가운데 {1}건이 서로 다른 지역을 잇는다 (E-I 지수 {3}).",
    [ENT_MSG_REGION_PAIR] = "서로 사이의 관계가 가장 많은 두 지역: {2}, {3} ({1}건).",
    [ENT_MSG_COUNTRIES] =
        "양쪽의 국가가 알려진 관계 {2}건 가운데 {1}건이 서로 다른 국가를 잇는다 (E-I 지수 {3}).",
    [ENT_MSG_CUT_OFF] = "{1}(이)가 빠지면 가장 큰 덩어리의 나머지에서 끊기는 행위자 {2}곳: {3}.",
    [ENT_MSG_GROUPS] = "행위자들은 둘 이상으로 된 {1}개 집단으로 나뉜다 ({5} 방법, {3}회 실행, "
                       "모듈성 {2}). 한 행위자는 평균적으로 실행의 {4}%에서 자기 집단의 구성원과 "
                       "함께 있다.",
    [ENT_MSG_GROUPS_DIFFER] = "똑같이 좋은 집단 구분이 {1}가지 있다: 집단 사이의 경계는 자료로 "
                              "정해지지 않는다.",
    [ENT_MSG_SHARED_RANKS] = "행위자 {2}곳 가운데 {1}곳은 다른 행위자 사이의 어떤 최단 경로에도 "
                             "있지 않아 (매개 중심성 0) 마지막 순위를 함께한다.",
    [ENT_MSG_SHARED_MORE] =
        "네트워크를 함께하는 회원 쌍 {1}개 가운데 {2}개는 회원마다 가입한 네트워크의 수와 "
        "네트워크의 크기를 감안해도 우연으로 설명되는 것보다 더 많은 네트워크를 함께한다.",
    [ENT_MSG_SHARED_BY_CHANCE] =
        "네트워크를 함께하는 회원 쌍은 {1}개이나, 회원마다 가입한 네트워크의 수와 네트워크의 "
        "크기를 감안하면 우연으로 설명되는 것보다 더 많은 네트워크를 함께하는 쌍은 없다.",
    [ENT_MSG_ASIDE] = "따로 두고 세지 않은 관계 {1}건: {2}. --include는 해당 상태의 관계를 더하고, "
                      "--as-of는 다른 날짜를 고른다.",
    [ENT_MSG_ASIDE_STATUS] = "{2} {1}건",
    [ENT_MSG_STATUS] = "유효",
    [ENT_MSG_STATUS_PLANNED] = "예정",
    [ENT_MSG_STATUS_EXPIRED] = "만료",
    [ENT_MSG_STATUS_TERMINATED] = "종료",
    [ENT_MSG_STATUS_WITHDRAWN] = "탈퇴",
    [ENT_MSG_STATUS_DISPUTED] = "다툼",
    [ENT_MSG_ASIDE_DATE] = "기준일에 효력 없음 {1}건",
    [ENT_MSG_MAYBE] =
        "가장 넓은 뜻으로 센 관계 {1}건: 날짜가 정확하지 않아 효력 여부가 실제 날짜에 "
        "달려 있다.",
    [ENT_MSG_CONTRADICTIONS] =
        "출처들이 서로 어긋나는 점 {1}가지: {2}. 아래에 나란히 보이며, 어느 것도 판정하지 않았다.",
    [ENT_MSG_COVERAGE] = "가장 최근 진술({4})이 세는 {1} 회원 {3}곳 가운데 {2}곳({5}%)이 이 자료에 "
                         "있다.",
    [ENT_MSG_DOMINANT] = "{1}(은)는 보기 whole의 모든 최단 경로 가운데 {2}%에 있어 그 뒤를 가린다: "
                         "--view agreements 또는 --without {3}을 쓴다.",
    [ENT_MSG_DOMINANT_ALONE] = "{1}(은)는 보기 whole의 모든 최단 경로 가운데 {2}%에 있어 그 뒤를 "
                               "가린다: --without {3}을 쓴다.",
    [ENT_MSG_REJECTED] = "입력 행 {1}개가 거부되었다 (--keep-going): 여기의 모든 수, 표, 그림에는 "
                         "그 행이 빠져 있다. 원장(ledger)에 적혀 있다.",
    [ENT_MSG_LEAD_AGREEMENTS] = "결과, 중개자, 첫 그림은 보기 agreements에 바탕을 둔다: 협약의 "
                                "당사자들과 그 협약만.",
    [ENT_MSG_LEAD_WHOLE] = "셀 협약이 없으므로 결과, 중개자, 첫 그림은 보기 whole에 바탕을 둔다: "
                           "모든 행위자와 모든 관계.",

    [ENT_MSG_AS_OF] = "{1}에 효력이 있는 관계",
    [ENT_MSG_UNDATED] = "날짜가 있는 관계가 없어 모두 센다",
    [ENT_MSG_KEY_NUMBERS] = "주요 수치",
    [ENT_MSG_FINDINGS] = "결과",
    [ENT_MSG_NOTES] = "유의할 점",
    [ENT_MSG_NO_FINDINGS] = "말할 만한 관계가 없다.",
    [ENT_MSG_NOTE_ASSOCIATION] = "수치는 표에 적힌 관계를 나타낸다. 어떤 출처도 알리지 않은 관계는 "
                                 "여기에서 없는 관계처럼 보인다.",
    [ENT_MSG_FIGURES] = "그림",
    [ENT_MSG_FIGURE_NETWORK] = "전체 네트워크: 협약과 회원 관계",
    [ENT_MSG_FIGURE_AGREEMENTS] = "누가 누구와 협약을 맺었는가",
    [ENT_MSG_FIGURE_MAP] = "지도에서 본 협약 관계",
    [ENT_MSG_FIGURE_AFFILIATIONS] = "회원과 그들이 속한 네트워크",
    [ENT_MSG_FIGURE_TIMELINE] = "연결의 시작과 기간, 예정된 것",
    [ENT_MSG_FIGURE_MATRIX] = "누가 누구와 연결되었는지, 그룹별",
    [ENT_MSG_FIGURE_FILES] = "보기 {1}. 파일:",
    [ENT_MSG_FIGURE_ABSENT] = "{1}: 그리지 않음. {2}",
    [ENT_MSG_NO_AGREEMENTS] = "셀 협약이 없다.",
    [ENT_MSG_NO_ACTORS] = "행위자가 없다.",
    [ENT_MSG_TITLE_FIGURE] = "{1}: {2}",
    [ENT_MSG_TITLE_REJECTED] = "{1}, 거부된 입력 행 {2}개 제외",
    [ENT_MSG_NO_MEMBERSHIPS] = "셀 회원 관계가 없다.",
    [ENT_MSG_NO_COORDINATES] = "좌표(latitude, longitude 열)가 있는 행위자가 없다.",
    [ENT_MSG_NO_DATES] = "날짜가 있는 연결이나 행사가 없다.",
    [ENT_MSG_NO_TIES_DRAWN] = "그릴 연결이 없다.",
    [ENT_MSG_NO_BROKERS] = "다른 두 행위자를 잇는 최단 경로 위에 있는 행위자가 없다.",
    [ENT_MSG_NO_GROUPS] = "연결된 행위자가 없으므로 둘 이상의 그룹이 없다.",
    [ENT_MSG_NO_COVERAGE] = "표는 세계의 얼마만큼을 담고 있는지 말하지 않는다.",
    [ENT_MSG_RANKS] = "누가 중심에 있는가",
    [ENT_MSG_TOP_OF_VIEW] = "보기 {1}의 상위 순위, {2} 기준; 행위자 {4}곳 가운데 {3}곳",
    [ENT_MSG_BROKERS] = "누가 누구를 잇는가",
    [ENT_MSG_BROKERS_CAPTION] =
        "보기 {1}의 중개자, 매개 중심성 기준; 다른 행위자 사이에 있는 {3}곳 가운데 {2}곳",
    [ENT_MSG_GROUPS_HEADING] = "집단",
    [ENT_MSG_GROUPS_CAPTION] = "보기 {1}에서 둘 이상으로 된 집단",
    [ENT_MSG_GROUPS_PROVEN] =
        "이 행위자들을 모듈성이 더 높게 나누는 다른 방법은 없음이 증명되었다.",
    [ENT_MSG_CORE_TEXT] =
        "이상적으로는 핵심의 행위자들이 모두 서로 관계를 맺고 주변의 행위자들은 서로 관계를 맺지 "
        "않는다. 핵심과 주변 사이에서 core_all_ties 유형은 모든 관계를 기대하고, "
        "core_ignoring_between 유형은 아무것도 기대하지 않는다 (Borgatti와 Everett 1999). r은 "
        "관계와 "
        "유형의 상관 계수이다.",
    [ENT_MSG_CORE_EXACT] = "{1}: 행위자 {3}곳 가운데 {2}곳이 핵심이다 (r = {4}, 모든 핵심 가운데 "
                           "최선, 같은 값의 핵심 {6}개): {5}.",
    [ENT_MSG_CORE_TRIED] = "{1}: 행위자 {3}곳 가운데 {2}곳이 핵심이다 (r = {4}, 찾은 것 가운데 "
                           "최선, 같은 값의 핵심 {6}개, 더 나은 것이 있을 수 있다): {5}.",
    [ENT_MSG_CHANCE] = "우연과 견주기",
    [ENT_MSG_REWIRED_TEXT] = "우연이라면: 같은 행위자들이 여기와 같은 수의 이웃을 가지고 행위자 "
                             "종류 사이의 관계 수도 같되 관계는 무작위인 네트워크 {1}개(관계마다 "
                             "두 관계의 맞바꿈 {3}회 시도, 시드 {2}). z는 그 평균에서 표준편차의 "
                             "몇 배인지, p는 양측이다. p가 작으면 이웃 수만으로는 설명되지 않는다.",
    [ENT_MSG_REWIRED_CAPTION] = "각 보기와 다시 이은 네트워크 {1}개",
    [ENT_MSG_CHANCE_LEFT_OUT] =
        "보기 {1}: 너무 커서 그만큼 다시 이을 수 없다. 횟수(--draws)를 줄이면 될 수 있다.",
    [ENT_MSG_MIXING_TEXT] = "E-I 지수는 값이 다른 행위자 사이의 관계에서 값이 같은 행위자 사이의 "
                            "관계를 빼고 그 합으로 나눈 것이다: -1(모두 안)에서 1(모두 사이)까지. "
                            "우연: 값이 있는 행위자들 사이에서 값을 {1}번 뒤섞은 것이다.",
    [ENT_MSG_MIXING_CAPTION] = "속성 값의 안과 사이의 관계",
    [ENT_MSG_MIXING_GROUPS_CAPTION] = "보기 {2}의 {1}별 관계: 값 {4}개 가운데 가장 큰 {3}개",
    [ENT_MSG_EXPAND] = "네트워크의 협약이 회원에게도 미친다면",
    [ENT_MSG_EXPAND_CAPTION] = "세 가지 읽기에 따른 보기 agreements의 상위 순위 (연결 정도 기준)",
    [ENT_MSG_EXPAND_TEXT] =
        "네트워크와의 협약을 네트워크 자체의 관계(none), 회원들의 관계(members), "
        "둘 다의 관계(both)로 읽는다. 순위는 이름 앞 괄호에, 상대의 수는 뒤에 "
        "있다.",
    [ENT_MSG_QUALITY] = "자료의 품질",
    [ENT_MSG_ACCOUNTS_CAPTION] = "모든 입력 행의 처리 결과",
    [ENT_MSG_FAULTS_CAPTION] = "표에서 발견된 것",
    [ENT_MSG_NO_FAULTS] = "표에서 잘못이 발견되지 않았다.",
    [ENT_MSG_CONTRADICTIONS_HEADING] = "출처들이 어긋나는 점",
    [ENT_MSG_CONTRADICTIONS_CAPTION] =
        "날짜가 겹치는 주장들이 서로 다른 점 {1}가지; 여기에서는 판정하지 않는다",
    [ENT_MSG_NO_CONTRADICTIONS] = "서로 어긋나는 주장이 없다.",
    [ENT_MSG_CONTRADICTION] = "{1}: {2}",
    [ENT_MSG_COVERAGE_HEADING] = "포괄 범위",
    [ENT_MSG_COVERAGE_CAPTION] =
        "{1}, {2}: 지금 여기에서 센 수 {3}; 그리고 각 주장의 날짜에 센 수와 주장",
    [ENT_MSG_COVERAGE_SOURCES] =
        "협약 {1}건은 발행처 {3}곳의 출처 {2}건에 바탕을 둔다. 다른 언어의 "
        "다른 출처가 알리는 것은 이 자료에 없다.",
    [ENT_MSG_COVERAGE_UNSOURCED] = "협약 {1}건은 출처를 밝히지 않는다.",
    [ENT_MSG_COVERAGE_ONE_SIDED] =
        "누가 알렸는지 적힌 협약 가운데 {1}%는 모든 당사자가 알린 것이다.",
    [ENT_MSG_METHODS] = "방법",
    [ENT_MSG_METHODS_TEXT] =
        "관계는 위 날짜에 효력이 있는 것이며, 두 행위자 사이의 여러 관계는 "
        "하나로 본다. 값은 유효 숫자 "
        "12자리로 반올림하고, 값이 같은 행위자는 순위를 함께한다. 집단: "
        "모듈성에 대한 라이덴 방법, 두 모드에서는 바버 모듈성을 직접 높이는 방법, 시드 "
        "{2}(으)로 {1}회 실행하여 가장 좋은 것을 취한다.",
    [ENT_MSG_PAPER] = "논문에 쓸 글",
    [ENT_MSG_PAPER_DATA] =
        "자료 ‘{1}’의 입력은 {2}행이고, 그 가운데 {3}행을 썼다. 나머지는 한 행씩 "
        "내역을 밝힌다.",
    [ENT_MSG_PAPER_AS_OF] =
        " 관계는 {1}에 효력이 있는 것이며, 두 행위자 사이의 여러 관계는 하나로 본다.",
    [ENT_MSG_PAPER_VIEW] = " 보기 {1}: 관계가 없는 행위자를 포함하여 행위자 {2}, 관계 {3}.",
    [ENT_MSG_PAPER_MEASURES] =
        " 측도: {1}. 측도의 이름에 달리 적지 않은 한 관계에는 가중치도 방향도 "
        "없다.",
    [ENT_MSG_PAPER_GROUPS] = " 집단: {3}, 시드 {2}(으)로 {1}회 실행한 것 가운데 가장 좋은 것.",
    [ENT_MSG_PAPER_CORE] = " 핵심과 주변: {1}; 관계가 있는 행위자가 22곳 이하이면 모든 핵심을 "
                           "비교하고, 그보다 많으면 100번의 "
                           "오르기 가운데 가장 좋은 것을 취하였다.",
    [ENT_MSG_PAPER_BACKBONE] = " 우연으로 설명되는 것보다 더 많은 네트워크를 함께하는 회원 쌍은 "
                               "{1}(으)로 검정하고 p 값은 {2}(으)로 보정하였다 (p < 0.05).",
    [ENT_MSG_PAPER_CHANCE] = " 네트워크는 모든 행위자의 이웃 수와 종류 사이의 관계 수를 지킨 채 "
                             "다시 이은 {1}개와 견주었고(관계마다 {4}회 맞바꿈 시도){2}, 속성별 "
                             "관계는 속성을 {1}번 뒤섞은 것과 견주었다{3}. p는 양측이다.",
    [ENT_MSG_PAPER_PROGRAM] =
        " 값은 유효 숫자 12자리로 반올림한 뒤 순위를 매겼다. Entente {1}, igraph "
        "{2}(Csárdi and Nepusz 2006)로 계산하였다.",
    [ENT_MSG_METHODS_CAPTION] = "이 쪽의 측도",
    [ENT_MSG_SOURCES] = "출처",
    [ENT_MSG_SOURCES_CAPTION] = "자료의 출처",
    [ENT_MSG_FILES] = "이 보고서의 파일",
    [ENT_MSG_VIEW_WHOLE] = "whole: 모든 행위자, 모든 관계",
    [ENT_MSG_VIEW_AGREEMENTS] = "agreements: 협약의 당사자, 협약만",
    [ENT_MSG_VIEW_AFFILIATIONS] = "affiliations: 회원과 네트워크, 회원 관계만",

    /* ways between two actors */
    [ENT_MSG_PATH_HEAD] = "{1}, {2}: 최단 경로 {3}개, 길이는 관계 {4}개.",
    [ENT_MSG_PATH_HEAD_DIRECTED] = "{1}에서 {2}까지: 최단 경로 {3}개, 길이는 관계 {4}개.",
    [ENT_MSG_PATH_HEAD_WEIGHTED] = "{1}, {2}: 가중치에 따른 최단 경로 {3}개, 길이 {4} ({5}).",
    [ENT_MSG_PATH_BY_STRENGTH] = "가중치는 관계의 세기: 1/가중치의 합",
    [ENT_MSG_PATH_BY_DISTANCE] = "가중치는 길이: 가중치의 합",
    [ENT_MSG_PATH_MANY] = "{1} 초과",
    [ENT_MSG_PATH_VIEW] = "보기 {1}.",
    [ENT_MSG_PATH_LEFT_OUT] = "제외: {1}.",
    [ENT_MSG_PATH_WHERE] = "{1}인 행위자만 본다.",
    [ENT_MSG_PATH_REST] = "나머지 최단 경로 {1}개는 싣지 않음; --max-paths로 더 볼 수 있다.",
    [ENT_MSG_PATH_ON_ALL] =
        "{1}: 모든 최단 경로가 {3|이곳을|이곳들을} 지난다. --avoid {2}로 다른 길을 찾을 수 있다.",
    [ENT_MSG_PATH_STEP_SIGNED] = "{1}, {3}: {2} 체결",
    [ENT_MSG_PATH_STEP_AGREED] = "{1}, {3}: {2}",
    [ENT_MSG_PATH_STEP_PLANNED] = "{1}, {3}: {2} 예정",
    [ENT_MSG_PATH_STEP_MEMBER] = "{1}: {2} 회원",
    [ENT_MSG_PATH_STEP_ATTENDED] = "{1}: {2} 참가",
    [ENT_MSG_PATH_STEP_TIED] = "{1}, {2}: 관계 있음",
    [ENT_MSG_PATH_STEP_TIED_TO] = "{1} → {2}: 관계 있음",
    [ENT_MSG_PATH_STEP_SHARE_NETWORKS] = "{1}, {2}: 공통 네트워크 {3}",
    [ENT_MSG_PATH_STEP_SHARE_MEMBERS] = "{1}, {2}: 공통 회원 {3}",
    [ENT_MSG_PATH_STEP_BOUND] = "{1}, {2}: 회원이 네트워크를 대신함(--expand): {3}",
    [ENT_MSG_PATH_MOU] = "업무협약(MOU)",
    [ENT_MSG_PATH_LETTER] = "의향서",
    [ENT_MSG_PATH_SISTER] = "자매도시 협정",
    [ENT_MSG_PATH_FRIENDSHIP] = "우호 협정",
    [ENT_MSG_PATH_AGREEMENT] = "협정",
    [ENT_MSG_PATH_AGREEMENT_TYPE] = "협정({1})",
    [ENT_MSG_PATH_TOGETHER] = "{1}도 함께",
    [ENT_MSG_PATH_SINCE] = "{1}부터",
    [ENT_MSG_PATH_UNTIL] = "{1}까지",
    [ENT_MSG_PATH_FROM_TO] = "{1}부터 {2}까지",
    [ENT_MSG_PATH_UNDATED] = "날짜 미상",
    [ENT_MSG_PATH_INEXACT] = "정확한 날짜 미상",
    [ENT_MSG_PATH_MAYBE] = "효력 여부는 정확한 날짜에 달려 있음",
    [ENT_MSG_PATH_STATUS] = "유효",
    [ENT_MSG_PATH_STATUS_PLANNED] = "예정",
    [ENT_MSG_PATH_STATUS_EXPIRED] = "만료",
    [ENT_MSG_PATH_STATUS_TERMINATED] = "종료",
    [ENT_MSG_PATH_STATUS_WITHDRAWN] = "탈퇴",
    [ENT_MSG_PATH_STATUS_DISPUTED] = "다툼",
    [ENT_MSG_PATH_SOURCE] = "출처: {1}",
    [ENT_MSG_PATH_NO_SOURCE] = "출처 없음",
    [ENT_MSG_PATH_SEEN] = "행과 출처는 경로 {1}과 같음",
    [ENT_MSG_PATH_NONE] = "{1}, {2}: 잇는 경로가 없다.",
    [ENT_MSG_PATH_NONE_DIRECTED] = "{1}에서 {2}까지: 관계의 방향을 따르는 경로가 없다.",
    [ENT_MSG_PATH_SIDE] = "{1}: 이어진 행위자 {2}곳: {3}.",
    [ENT_MSG_PATH_SIDE_FROM] = "{1}에서 갈 수 있는 행위자 {2}곳: {3}.",
    [ENT_MSG_PATH_SIDE_TO] = "{1}에 올 수 있는 행위자 {2}곳: {3}.",
    [ENT_MSG_PATH_SIDE_ALONE] = "{1}: 여기에서 세는 관계가 없다.",
    [ENT_MSG_PATH_JOIN] = "무엇이 이들을 이을 수 있는가",
    [ENT_MSG_PATH_JOIN_ASIDE] = "지금은 세지 않는 관계:",
    [ENT_MSG_PATH_JOIN_CHAIN] = "지금은 세지 않는 관계 {1}건이 모두 유효하다면:",
    [ENT_MSG_PATH_WHY_STATUS] = "{1}이므로 세지 않음; --include {2}로 셀 수 있다",
    [ENT_MSG_PATH_WHY_BOTH] = "{1}이고 그날 효력이 없어 세지 않음; "
                              "--include {2} --as-of {3}로 셀 수 있다",
    [ENT_MSG_PATH_WHY_OVER] = "{1}에 끝나 세지 않음; --as-of {1}로 셀 수 있다",
    [ENT_MSG_PATH_WHY_EARLY] = "{1}에 시작하므로 세지 않음; --as-of {1}로 셀 수 있다",
    [ENT_MSG_PATH_JOIN_OUTSIDE] = "이 연결망 밖에서 두 쪽이 공유하는 것:",
    [ENT_MSG_PATH_SHARED] = "{1}: {2}; {3}",
    [ENT_MSG_PATH_JOIN_CENTRAL] =
        "각 쪽에서 가장 많이 이어진 {1}(관계 {2}건), {3}(관계 {4}건) 사이의 새 관계: 두 행위자가 "
        "관계 {5}건으로 이어진다.",
    [ENT_MSG_PATH_OUT] = "{1} (여기서는 제외)",
    [ENT_MSG_PATH_WEIGHT] = "가중치 {1}",
    [ENT_MSG_PATH_MORE] = "그 밖에 {1}건",

    [ENT_MSG_COL_ACTORS] = "행위자",
    [ENT_MSG_COL_CITIES] = "도시",
    [ENT_MSG_COL_NETWORKS] = "네트워크",
    [ENT_MSG_COL_ORGANISATIONS] = "기관",
    [ENT_MSG_COL_EVENTS] = "행사",
    [ENT_MSG_COL_COUNTRIES] = "국가",
    [ENT_MSG_COL_AGREEMENTS] = "협약",
    [ENT_MSG_COL_MEMBERSHIPS] = "회원 관계",
    [ENT_MSG_COL_ATTENDANCES] = "참석",
    [ENT_MSG_COL_EDGES] = "관계",
    [ENT_MSG_COL_RANK] = "순위",
    [ENT_MSG_COL_NAME] = "이름",
    [ENT_MSG_COL_COUNTRY] = "국가",
    [ENT_MSG_COL_GROUP] = "집단",
    [ENT_MSG_COL_SIZE] = "행위자",
    [ENT_MSG_COL_STABILITY] = "안정성",
    [ENT_MSG_COL_MEMBERS] = "구성원",
    [ENT_MSG_COL_FILE] = "파일",
    [ENT_MSG_COL_LINE] = "줄",
    [ENT_MSG_COL_ROWS] = "행",
    [ENT_MSG_COL_USED] = "사용",
    [ENT_MSG_COL_MERGED] = "병합",
    [ENT_MSG_COL_SET_ASIDE] = "따로 둠",
    [ENT_MSG_COL_REJECTED] = "거부",
    [ENT_MSG_COL_BLANK] = "빈 행",
    [ENT_MSG_COL_SEVERITY] = "종류",
    [ENT_MSG_COL_MESSAGE] = "발견된 것",
    [ENT_MSG_COL_VALUE] = "주장",
    [ENT_MSG_COL_DATE] = "기준일",
    [ENT_MSG_COL_SOURCE] = "출처",
    [ENT_MSG_COL_NOTE] = "비고",
    [ENT_MSG_COL_SHARE] = "비율, %",
    [ENT_MSG_COL_THEN] = "당시 여기에서 센 수",
    [ENT_MSG_COL_SUBJECT] = "대상",
    [ENT_MSG_COL_MEASURE] = "측도",
    [ENT_MSG_COL_DEFINITION] = "정의",
    [ENT_MSG_COL_UNDEFINED] = "정의되지 않는 경우",
    [ENT_MSG_COL_REFERENCE] = "참고 문헌",
    [ENT_MSG_COL_VIEW] = "보기",
    [ENT_MSG_COL_FOUND] = "관찰값",
    [ENT_MSG_COL_EXPECTED] = "우연이라면",
    [ENT_MSG_COL_ATTRIBUTE] = "속성",
    [ENT_MSG_COL_MISSING] = "값 없음",
    [ENT_MSG_COL_WITHIN] = "안의 관계",
    [ENT_MSG_COL_BETWEEN] = "사이의 관계",
    [ENT_MSG_COL_EI] = "E-I",
    [ENT_MSG_COL_TITLE] = "제목",
    [ENT_MSG_COL_PUBLISHER] = "발행처",
    [ENT_MSG_VIEW_NOTE] = "{2} ({1})",
    [ENT_MSG_MORE_ROWS] = "{1}행 더 있음: {2} 참조.",
    [ENT_MSG_EXCEL] = "excel 폴더에 같은 표가 스프레드시트용으로 들어 있다.",
    [ENT_MSG_NO_SOURCES] = "자료에 출처 표가 없다.",
    [ENT_MSG_MADE_BY] = "Entente {1}(으)로 만듦. 입력, 옵션, 판이 같으면 바이트도 같다.",
    [ENT_MSG_ALL_TABLES] = "모든 표",

    [ENT_MSG_PROFILE_CITY] = "도시",
    [ENT_MSG_PROFILE_NETWORK] = "네트워크",
    [ENT_MSG_PROFILE_ORGANISATION] = "기관",
    [ENT_MSG_PROFILE_EVENT_KIND] = "행사",
    [ENT_MSG_PROFILE_ACTOR] = "관계의 행위자",
    [ENT_MSG_PROFILE_ID] = "id {1}",
    [ENT_MSG_PROFILE_NAME] = "표의 이름: {1}",
    [ENT_MSG_PROFILE_NAMES] = "다른 언어의 이름: {1}",
    [ENT_MSG_PROFILE_ALIASES] = "다른 이름: {1}",
    [ENT_MSG_PROFILE_ATTRIBUTES] = "그 밖의 칸: {1}",
    [ENT_MSG_PROFILE_UNDESCRIBED] = "설명하는 표가 없고 관계에만 나온다.",
    [ENT_MSG_PROFILE_DESCRIBED] = "설명: {1}",
    [ENT_MSG_PROFILE_REJECTED] = "입력 행 {1}개가 거부되었다(--keep-going). 아래의 모든 내용에 "
                                 "빠져 있다. 'entente check'가 알려 준다.",
    [ENT_MSG_PROFILE_OFFICES] = "직책",
    [ENT_MSG_PROFILE_HEAD] = "{1}: {2}",
    [ENT_MSG_PROFILE_HEAD_ASIDE] = "{1}: {2}(그중 {3}개는 세지 않음)",
    [ENT_MSG_PROFILE_NAMED] = "이를 언급하는 다른 협약",
    [ENT_MSG_PROFILE_NO_TIES] = "어떤 관계도 없다.",
    [ENT_MSG_PROFILE_MORE] = "외 {1}개. 전부는 --format json",
    [ENT_MSG_PROFILE_SIGNED] = "서명 {1}",
    [ENT_MSG_PROFILE_FROM] = "시작 {1}",
    [ENT_MSG_PROFILE_TO] = "효력 마지막 날 {1}",
    [ENT_MSG_PROFILE_TERM] = "{1}개월, 효력 마지막 날 {2}",
    [ENT_MSG_PROFILE_ACTIVE] = "유효",
    [ENT_MSG_PROFILE_PLANNED] = "예정",
    [ENT_MSG_PROFILE_EXPIRED] = "만료",
    [ENT_MSG_PROFILE_TERMINATED] = "종료",
    [ENT_MSG_PROFILE_WITHDRAWN] = "탈퇴",
    [ENT_MSG_PROFILE_DISPUTED] = "다툼",
    [ENT_MSG_PROFILE_NOT_STATUS] = "상태 때문에 세지 않음",
    [ENT_MSG_PROFILE_NOT_DATE] = "{1}에 효력이 없어 세지 않음",
    [ENT_MSG_PROFILE_MAYBE] = "날짜가 부정확하여 가장 넓게 셈",
    [ENT_MSG_PROFILE_ALWAYS] = "시작이 없어 모든 날짜에 셈",
    [ENT_MSG_PROFILE_WEIGHT] = "가중치 {1}",
    [ENT_MSG_PROFILE_CONFIDENCE] = "신뢰도 {1}",
    [ENT_MSG_PROFILE_EVENT] = "행사: {1}",
    [ENT_MSG_PROFILE_TOPICS] = "주제: {1}",
    [ENT_MSG_PROFILE_SIGNED_BY] = "서명자: {1}",
    [ENT_MSG_PROFILE_ON_BEHALF] = "대리: {1}",
    [ENT_MSG_PROFILE_REPORTED] = "보고: {1}",
    [ENT_MSG_PROFILE_NOTE] = "비고: {1}",
    [ENT_MSG_PROFILE_ROWS] = "행 ",
    [ENT_MSG_PROFILE_SOURCES] = "인용한 출처: {1}",
    [ENT_MSG_PROFILE_RANKS] = "보기 {1}의 순위(행위자 {2}, 관계 {3})",
    [ENT_MSG_PROFILE_RANK] = "{2}개 중 {1}위",
    [ENT_MSG_PROFILE_RANK_SHARED] = "{2}개 중 {1}위, 다른 {3}개와 같음",
    [ENT_MSG_PROFILE_UNRANKED] = "정의되지 않아 순위 없음",
    [ENT_MSG_PROFILE_NEIGHBOURS] = "보기 {2}의 이웃: {1}",
    [ENT_MSG_PROFILE_GROUP] = "보기 {3}의 집단 {1}: 행위자 {2}",
    [ENT_MSG_PROFILE_GROUP_ALONE] = "보기 {1}에서 다른 행위자와 이룬 집단이 없음",
    [ENT_MSG_PROFILE_STABILITY] =
        "{2}회 실행({4})의 {1}%에서 이들과 함께 있다. 집단 전체의 안정도는 {3}%.",
    [ENT_MSG_PROFILE_DISPUTES] = "관련된 출처의 모순: {1}",
    [ENT_MSG_PROFILE_NEAR_SELF] = "행위자 자신에 관하여:",
    [ENT_MSG_PROFILE_NEAR_AGREEMENT] = "자신의 협약에 관하여:",
    [ENT_MSG_PROFILE_NEAR_EVENT] = "참석하거나 서명한 행사에 관하여:",
    [ENT_MSG_PROFILE_NEAR_NETWORK] = "관계가 있는 네트워크에 관하여:",
    [ENT_MSG_PROFILE_DISPUTE] = "{1}, {2}:",
    [ENT_MSG_PROFILE_CLAIM_DATE] = "기준일 {1}",
};
