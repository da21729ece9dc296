"""Who does the work, in a clause all of whose words are of that work, whatever their order: 机关里办这件事的有5人，都是兼着干."""

from __future__ import annotations

import re
from decimal import Decimal

from pipelines.numbers import read_number
from pipelines.wording.around import About, Told, unnamed
from pipelines.wording.counts import hits
from pipelines.wording.cues import SUM
from pipelines.wording.lists.parts import value_of
from pipelines.wording.office.each import places_named
from pipelines.wording.office.staffing import does_other_work, is_each_ones

_OFFICE = (
    r"(?:党政|综合|行政|政府|信息|电子政务|政务服务|政务|便民|党建|宣传|文秘|人秘|机关|法制|信访|财务|政工|指挥){0,3}"
    r"(?:(?:公开|信息|政务)?办(?:公室)?|[股科]室?|室|中心)"
)
"""A room of the publisher's own house, which has people of its own."""
_BODIES = (
    rf"[我本全]?(?:[县区市州旗镇乡局]|街道|苏木|机关|系统|单位)(?:里头?|上|内|本级)?|{_OFFICE}|[各每]?(?:科室|股室|站所|处室|分局|基层|(?:文化|农业|农技|计生|民政|司法|财政|广播|经管|水利|畜牧|国土)[站所办]|村居|村级|村|社区|所|队(?!伍)|站)"
    r"|[各其]?他?(?:乡镇|镇街|街镇|部门|单位|委办局|委办|局办|办局|办所|科所|二级机构|下属单位|基层单位)|其他|县[乡直]|[市镇]直|[乡村]级|[一二两三]级"
)
_HAVE = (
    r"现有|共有|有|共计|共|合计|总计|总共|一共|总人数|总数|计|配备|配有|配置|配齐|配|核定|核编|指派|委派|分派|选定|专设|设置|设有|设立|设|确定|明确|落实|安排|指定|抽调|抽|责成|组成|定编|固定"
    r"|目前|现|仍|只|仅|为|是|达到?|在"
)
_DO = r"负责|从事|承担|承办|经办|办理|管理|参与|处理|主管|牵头|统筹|打理|干|管|办|做|搞|抓"
_WORK = (
    r"政府信息与?政务公开|政府信息公开|信息公开|政务公开|公开|[此该这本]一?[项块件摊个]?"
    r"|[这此]方面|工作|业务|事务|事情|事|活|日常|具体|专班"
)
_PEOPLE = (
    r"从业|工作人员|人员|同志|干部|职工|信息员|联络员|经办人?|人手|文书|文员|民警|编辑|科员"
    r"|(?:信息)?(?:报送|报告|采集|发布)[人]?员|政府(?=公开)|[小老][\u4e00-\u9fff](?![职员])|网格化?(?=信息员)"
    r"|公开员|管理员|信息(?=队伍|力量)|队伍|力量|人|岗位?|编制|在编|在岗|编内"
)
_POST = (
    r"专(?=[管抓办做干·])|兼(?=·)|专职|全职|兼职|兼任|兼管|兼做|兼办|兼着|[捎顺附]带着?"
    r"|协[抓管办]|专门|专管|专人|均|都|全部|全|皆|系|属"
)
_JOINT = (
    r"方面|情况|其中|当中|内有|一支|就是|其余|再?加上?|另有"
    r"|另外|另|还有|还|由|除|的|了|着|也|地|从|中|里|上|内|外|并|且|[、和及与·“”\"（(）)：: 　]"
    r"|\d{4}年(?:度|底)?|年底|截[至止]"
)
_WHOLE_WORDS = r"村官|(?:信息|政务)公开员|专[、（(]?兼[）)]?职"
_HARMLESS = re.compile("|".join((_WHOLE_WORDS, _BODIES, _WORK, _PEOPLE, _POST, _HAVE, _DO, _JOINT)))

_FULL = re.compile(
    r"(?<!非)(?:专职|全职|专岗)|专(?=[管抓办司])|专干(?=·)|^(?:其中)?专(?=·)"
    r"|专门(?=负责|从事|承担|办理|管|抓|做|干|经办)"
)
_PART = re.compile(
    r"[捎顺附]带着?(?=[干做管办搞])|兼职|兼任|兼[管办做着顾]|兼(?=信息员|联络员)|不脱产|协[抓管办]|^(?:其中)?兼(?=·)"
)
_BOTH = re.compile(r"专[、（(]?兼")
_ALL = re.compile(
    r"从业人员|(?<!领导)(?<!其他)工作人员|在[岗编]人员|人手|岗位|总人数"
    r"|(?:从事|负责|承担|参与|经办|办理|打理|在?办|在?搞|在?做|管|抓|干)(?:着)?(?:政府信息|信息|政务|公开|[此该这本]一?[项块件摊个]?(?:工作|业务|事))"
    r"|公开(?:工作)?(?:的)?(?:人员|人手|队伍)|工作队伍|^人员·|(?:信息|联络|公开|管理)员队伍"
)
"""Words that say that those counted are all who do it."""
_TAIL = re.compile(
    r"\s?(?:同志|干部|人员)?\s{0,40}[，,（(]\s?(?:且|但|也|他们)?(?:[均都全皆也]|全部|清一色|一律|无一例外|全体)*(?:(?:为|是|系|属于?)|由[^，,。；;\d（）()]{1,10})*"
    r"(?P<post>兼职|兼任|兼着[干做办]|兼[管办做]|不脱产|专职|全职|专任)(?:的|人员|干部|性质|工作|信息员|担任|[（(]\d{1,3}[名人][）)])*(?=[，,。；;）)]|$)"
)
"""信息员2名，全部由干部兼任; 两名同志负责（不脱产）."""
_BEHIND_ENDS = re.compile(r"[、]|\d|[，,。；;]")
_ARE_PEOPLE = re.compile(r"人(?![大民次])|同志|干部|工作人员|[专兼]职|全职")
"""三个同志, 2个人: the noun says that these are people."""
_BOTH_EACH = re.compile(r"专职(?:工作)?(?:人员|干部)?[、和及与]?兼职(?:工作)?(?:人员|干部)?各$")
_EACH = re.compile(r"各(?:自)?(?:抽调|抽|确定|安排|配备|配|派|出|指定|明确|有|设)?了?$")
_SO_MANY = re.compile(
    r"(?:^|[，,；;：:]|[我本全][县区市镇乡局])(?P<number>\d{1,2}|[一二三四五六七八九十]{1,3})\s?个[^，,。；;\d村社区居各]{0,6}?"
    r"(?:所|站|股室|科室|分局|单位|部门|乡镇|中心|学校|大队)[均都]?各(?:自)?(?:抽调|抽|确定|安排|配备|配|明确|有|设)?了?$"
)
"""七个基层所各有一名兼职联络员."""
_LEADS = re.compile(r"^(?:由|在|[并还]|(?:全年|今年)?(?:我|本)?[县区市镇乡局]?(?:里|内)?(?=由|从|在)|从)+")
_OTHERS = re.compile(r"领导|分管|局长|主任|镇长|乡长|书记|副职|组长|招|聘|护林|消防|网格(?!化?信息员)|法律")


def people_of(about: About) -> list[Told]:
    """What the people of one clause are: of which post, or all who do the work; nothing where a word is of another matter."""
    number = about.number
    if not (number.of_people or _ARE_PEOPLE.match(about.behind) or about.words.endswith(("岗位", "岗"))):
        return []
    words, tail = _own_words(about), _tail_of(about)
    said = unnamed(f"{words}·{_item_behind(about, words)}", about.names)
    divided = _DIVIDED.search(number.sentence.text, number.hit.end, number.hit.end + 24)
    named = tail is not None or divided or _FULL.search(said) or _PART.search(said)
    alone = named and (about.is_plain() or about.is_unopposed() or "信息员" in said)
    if _OTHERS.search(said) or not (about.is_near_office() or alone):
        return []
    several = _at_several(about, said)
    if several:
        return several
    both = _BOTH_EACH.search(words)
    if _HARMLESS.sub("", said.replace("各·", "") if both else said) or does_other_work(number):
        return []
    if is_each_ones(number) and not both:
        return []
    if tail:
        if not words.strip("、") and _SHARES.search(about.before):
            alike = _value_before(about) == about.value()
            return [Told("staff.part_time", 2, first=True)] if alike and "兼" in tail["post"] else []
        others = _POST_COUNTED.search(number.sentence.text, tail.end())  # 工作人员4名，全部专职，各单位共有兼职人员71名
        summed = SUM.fullmatch(words) and not any(one.code == "staff.full_time" and not one.zero for one in about.report)
        whole = (_ALL.search(said) or words in ("有", "实有", "现有") or summed) and not others
        post = "staff.full_time" if tail["post"] in ("专职", "全职", "专任") else "staff.part_time"
        return [Told(post, first=True), *([Told("staff.total")] if whole else [])]
    if both:
        return [Told("staff.full_time", first=True), Told("staff.part_time")]
    whole = divided and (about.behind.endswith("中") or _adds_up(about))
    among = [Told("staff.total")] if whole else []  # 26名信息员中，专职2名，兼职24名
    told = _of_one_post(said) or _rest_of_all(about) or among
    return [one._replace(first=True) for one in told] if words != about.words else told


_BOTH_POSTS = re.compile(
    r"[^，,。；;（(：:\d]{0,10}[，,（(；;：:](?:其中|当中)?[，,]?有?(?:"
    r"(?:专职|全职)[^，,。；;\d]{0,6}(\d{1,3})\s?[名人位]?[、，,和及]兼职[^，,。；;\d]{0,6}(\d{1,3})"
    r"|(\d{1,3})\s?[名人位]?为?(?:专职|全职)[^，,。；;\d]{0,4}[、，,和及](?:其余)?(\d{1,3})\s?[名人位]?[为是系]?兼职)"
)


def _adds_up(about: About) -> bool:
    """Whether those of both posts, counted right behind, are as many as all: 指定2名同志负责，其中专职1名、兼职1名."""
    posts = _BOTH_POSTS.match(about.number.sentence.text, about.number.hit.end)
    return posts is not None and int(posts[1] or posts[3]) + int(posts[2] or posts[4]) == about.value()


def _of_one_post(said: str) -> list[Told]:
    """The post that a clause names, or all of them where it names none."""
    if _BOTH.search(said):
        return [Told("staff.total", first=True)]
    full, part = _FULL.search(said) is not None, _PART.search(said) is not None
    if full and part:
        return []
    if full or part:
        return [Told("staff.full_time" if full else "staff.part_time", first="专门" in said)]
    return [Told("staff.total")] if _ALL.search(said) and "专人" not in said else []


def _rest_of_all(about: About) -> list[Told]:
    """Those of the other post, where they make up the whole with those just counted: 15名（专职3名，科室联络员12名）."""
    mine = {one.code: value_of(one) for one in about.claims if one.start >= about.number.sentence.start}
    whole, posts = mine.get("staff.total"), {code: value for code, value in mine.items() if code in _OTHER_POST}
    if about.last not in _OTHER_POST or whole is None or len(posts) != 1 or (value := about.value()) is None:
        return []
    code, counted = next(iter(posts.items()))
    return [Told(_OTHER_POST[code], first=True)] if counted is not None and counted + value == whole else []


def _value_before(about: About) -> Decimal | None:
    """The value of the number right before one in its sentence."""
    before = hits(about.before)
    return read_number(about.before[before[-1].start : before[-1].end]).value if before else None


_SHARES = re.compile(r"[名人位](?:主管|分管|主办|牵头|审核|主抓|负责)[^，,。；;\d]{0,6}[、，]$")
"""1人主管、1人经办，均系兼职: of both."""
_EXPLAINED = re.compile(r"\s?[（(][^（）()]{2,30}各\s?[1一]\s?[名人]?[）)]")
"""2人（秘书股、监察室各1人）兼职从事."""
_ADJECTIVE = re.compile(
    r"^[^，,。；;\d兼专、长任记]{1,8}(?=(?:干部|同志|职工|村官|教师)(?:兼任?[^，,。；;]{0,8}(?:信息员|联络员|公开)|专职(?:负责|从事|承担|抓|办)))"
)
_CARRY = re.compile(r"(?<=职)(?:撑起|撑着|扛起|挑起|一起|共同|组成|构成)[^，,。；;\d]{0,10}$")
"""1名专职加40名兼职撑起整张网: what they do together."""
_POST_COUNTED = re.compile(r"[专兼]职[^，,。；;]{0,8}\d|\d\s?[名人]?[专兼]职")
_DIVIDED = re.compile(
    r"[，,（(；;：:](?:其中|当中)?[，,]?(?:有)?(?:(?:专职|全职)[^，,。；;\d]{0,6}\d{1,3}\s?[名人位]?|\d{1,3}\s?[名人位]?为?(?:专职|全职)[^，,。；;\d]{0,4})[、，,和及]"
)
"""工作人员102名，其中全职14名，兼职88名."""
_OTHER_POST = {"staff.full_time": "staff.part_time", "staff.part_time": "staff.full_time"}


def _own_words(about: About) -> str:
    """The words before a number without those that are still said of the one before it: 1名全职、4名."""
    text = about.before
    before = hits(text)
    found = _POSTS.match(text, before[-1].end) if before else None
    joint = _AND.match(text, found.end()) if found else None
    return text[joint.end() :] if joint else about.words


_POSTS = re.compile(r"(?:主要)?人?(?:全职|[专兼]职)(?:工作)?(?:人员|干部|同志|员工|职工|信息员|联络员|管理员|公开员)?")
_AND = re.compile(r"、(?=$)|(?:再|外)?加上?|[和与及](?=[^，,。；;、]{0,6}$)")


def _tail_of(about: About) -> re.Match[str] | None:
    """What the clause behind a number says that all of them are: 3人，均为兼职; 5人组成专班，全部系兼职."""
    text, end = about.number.sentence.text, about.number.hit.end
    found = _TAIL.match(text, end)
    if found or not about.behind:
        return found
    at = text.find(about.behind, end)
    return _TAIL.match(text, at + len(about.behind)) if at >= 0 and not _BEHIND_ENDS.search(about.behind) else None


def _item_behind(about: About, words: str) -> str:
    """The words behind a number that are still said of it: 1名全职、4名兼职, but 专职1人、兼职4人."""
    clause = about.behind
    explained = _EXPLAINED.match(about.number.sentence.text, about.number.hit.end)
    if explained:
        clause = _BEHIND_ENDS.split(about.number.sentence.text[explained.end() : explained.end() + 30], maxsplit=1)[0]
    behind = _CARRY.sub("", _ADJECTIVE.sub("", _BEHIND_ENDS.split(clause, maxsplit=1)[0]))
    rest = about.behind[len(behind) :]
    own = _FULL.search(words) or _PART.search(words)
    return "" if own and rest[:1].isdigit() else behind


def _at_several(about: About, said: str) -> list[Told]:
    """Those of several offices that are named, one each: 党政办、综治办、财政所各1人兼职."""
    each = _EACH.search(about.words)
    if each is None:
        return []
    counted = _SO_MANY.search(about.before)
    bodies = read_number(counted["number"] + "个").value if counted else None
    places = int(bodies) if bodies else places_named(_LEADS.sub("", about.words[: each.start()]))
    full, part = _FULL.search(said), _PART.search(said)
    if not places or (full is None) == (part is None):
        return []
    return [Told("staff.full_time" if full else "staff.part_time", places, first=True)]
