"""Labelled sentences in our own words: what a careful reader takes from each, for a report of 2017 unless a year stands before it.

One line a sentence: `sentence => code=value …`; `code#label=value` is an item of a breakdown, `~` marks an approximate value,
an empty right side a trap. `//` is a line break, so that headings can stand before a sentence.
"""

from __future__ import annotations

import re

import pytest

from pipelines.outline import outline_of_text
from pipelines.prose import prose_facts

TOTALS = """
全年主动公开政府信息423条。 => disclosure.total=423
2017年，我镇共主动公开政府信息 1,208 条。 => disclosure.total=1208
2017年度我局累计主动公开各类政府信息３５６条。 => disclosure.total=356
本年度，全县各乡镇（街道）、各部门共主动公开政府信息12034条（次）。 => disclosure.total=12034
截至2017年12月31日，我街道在法定范围内主动公开信息86条。 => disclosure.total=86
我乡全年共向社会公开各类信息五十二条。 => disclosure.total=52
主动公开政府信息数为210条。 => disclosure.total=210
1.主动公开政府信息数量：47条。 => disclosure.total=47
一年来，我单位坚持应公开尽公开，及时向社会主动公开政府信息98条。 => disclosure.total=98
本机关2017年度主动公开政府信息总数达1.2万条。 => disclosure.total=12000
全区主动公开政府信息约3500条。 => disclosure.total~3500
2017年，全镇累计公开政务信息660余条。 => disclosure.total~660
我县不断扩大公开范围，全年共发布政府信息8120条。 => disclosure.total=8120
今年以来，我镇公开130条政府信息。 => disclosure.total=130
2017年，通过多种形式主动公开政府信息145条。 => disclosure.total=145
2017年主动公开政府信息300条，比上年增加25条。 => disclosure.total=300
2017年主动公开政府信息300条，较2016年的275条增长9.1%。 => disclosure.total=300
2016年公开信息201条，2017年主动公开政府信息260条。 => disclosure.total=260
全局主动公开政府信息64条，其中主动公开规范性文件3件。 => disclosure.total=64 disclosure.normative_documents=3
我市主动公开政府信息数5120条,其中规范性文件21条。 => disclosure.total=5120 disclosure.normative_documents=21
全年制发规范性文件6件，主动公开规范性文件6件。 => normative_documents.issued=6 disclosure.normative_documents=6
2017年，我县制定出台规范性文件共计12份。 => normative_documents.issued=12
本年度我镇未制发规范性文件。 => normative_documents.issued=0
我单位全年未出台规范性文件，也未收到信息公开申请。 => normative_documents.issued=0 requests.received=0
本机关2017年主动公开信息32条，依申请公开信息0条。 => disclosure.total=32 requests.received=0
（一）主动公开情况。全年主动公开政府信息75条，全文电子化率达100%。 => disclosure.total=75
一是主动公开政府信息190条；二是受理依申请公开4件。 => disclosure.total=190 requests.received=4
"""

CHANNELS = """
通过政府门户网站公开信息512条，政务微博公开信息64条，政务微信公开信息120条。 => channel.website=512 channel.weibo=64 channel.wechat=120
其中通过县政府网站公开87条，微信公众号32条，微博9条，其他方式15条。 => channel.website=87 channel.wechat=32 channel.weibo=9 channel.other=15
主动公开政府信息143条，其中通过县政府网站公开87条，微信公众号32条，微博9条，其他方式15条。 => disclosure.total=143 channel.website=87 channel.wechat=32 channel.weibo=9 channel.other=15
全年公开政府信息700条（其中政府网站460条、政务微信180条、政务微博60条）。 => disclosure.total=700 channel.website=460 channel.wechat=180 channel.weibo=60
通过政府公报公开政府信息36条，通过政府网站公开政府信息1500条，通过其他方式公开政府信息88条。 => channel.gazette=36 channel.website=1500 channel.other=88
在“白水发布”微信公众号发布信息77条。 => channel.wechat=77
在县政府信息公开网发布政府信息230条。 => channel.website=230
我镇利用政务微信平台公开信息近50条。 => channel.wechat~50
政府网站公开政府信息数为318条，政务微博公开政府信息数为0条。 => channel.website=318 channel.weibo=0
通过微博公开12条、微信公开30条。 => channel.weibo=12 channel.wechat=30
新浪微博发布政务信息44条。 => channel.weibo=44
全年在门户网站主动公开信息415条。 => channel.website=415
"""

REQUESTS = """
全年共收到政府信息公开申请5件。 => requests.received=5
2017年，我镇受理依申请公开政府信息3件。 => requests.received=3
本年度收到公民、法人和其他组织提出的政府信息公开申请18件，均已按时答复。 => requests.received=18
全年收到申请人提交的信息公开申请7份。 => requests.received=7
2017年度收到5件政府信息公开申请。 => requests.received=5
2017年，我局受理申请公开政府信息0件。 => requests.received=0
依申请公开0件。 => requests.received=0
收到政府信息公开申请9件，其中当面申请2件，网络申请4件，信函申请3件，传真申请0件。 => requests.received=9 requests.received_in_person=2 requests.received_online=4 requests.received_letter=3 requests.received_fax=0
收到申请9件，办结9件，其中按时办结8件，延期办结1件。 => requests.received=9 requests.completed=9 requests.completed_on_time=8 requests.completed_extended=1
收到依申请公开申请9件，办结9件，其中按时办结8件，延期办结1件。 => requests.received=9 requests.completed=9 requests.completed_on_time=8 requests.completed_extended=1
共收到信息公开申请6件，答复6件，其中同意公开3件，不予公开1件，信息不存在2件。 => requests.received=6 replies.total=6 replies.granted=3 replies.refused=1 replies.nonexistent=2
收到政府信息公开申请4件：属于已主动公开范围1件，同意部分公开1件，不属于本机关公开1件，告知通过其他途径办理1件。 => requests.received=4 replies.already_public=1 replies.partially_granted=1 replies.not_this_agency=1 replies.other_channel=1
三、依申请公开情况//全年收到申请12件，已办结12件。 => requests.received=12 requests.completed=12
三、依申请公开情况//（一）收到申请数为3件。其中网络申请3件。 => requests.received=3 requests.received_online=3
全年收到网上政府信息公开申请2件。 => requests.received=2 requests.received_online=2
2017年我县共收到政府信息公开申请二十一件。 => requests.received=21
不予公开的2件政府信息公开申请中，涉及国家秘密0件、涉及商业秘密1件、涉及个人隐私1件。 => replies.refused=2 replies.refused_state_secret=0 replies.refused_trade_secret=1 replies.refused_privacy=1
2021：本年新收政府信息公开申请8件，上年结转1件，结转下年度继续办理0件。 => applications.new=8 applications.carried_in=1 applications.carried_out=0
2020：收到政府信息公开申请8件，予以公开5件，部分公开1件。 => requests.received=8 applications.granted=5 applications.partially_granted=1
2022：本年制发规范性文件4件，废止规范性文件1件，现行有效规范性文件30件。 => normative_documents.issued=4 normative_documents.repealed=1 normative_documents.in_force=30
2020：全年制定规范性文件2件。 => normative_documents.made=2
"""

ZEROS = """
2017年，我镇未收到政府信息公开申请。 => requests.received=0
全年没有收到任何依申请公开政府信息的申请。 => requests.received=0
本年度我乡无依申请公开情况。 => requests.received=0
2017年我局未接到公民、法人或其他组织的信息公开申请。 => requests.received=0
2017年，全镇无政府信息公开申请事项。 => requests.received=0
本单位未曾收到要求公开政府信息的申请。 => requests.received=0
政府信息公开申请：无。 => requests.received=0
依申请公开政府信息数为零。 => requests.received=0
2017年未发生因政府信息公开引起的行政复议、行政诉讼。 => review.total=0 litigation.total=0
全年无因政府信息公开引发的行政复议和行政诉讼案件。 => review.total=0 litigation.total=0
没有发生针对本机关政府信息公开事务的行政复议、行政诉讼和举报投诉。 => review.total=0 litigation.total=0 complaints.total=0
行政复议、行政诉讼均为0。 => review.total=0 litigation.total=0
2017年，政府信息公开方面的行政复议和行政诉讼均为0件。 => review.total=0 litigation.total=0
行政复议数量为0件，行政诉讼数量为0件，举报投诉数量为0件。 => review.total=0 litigation.total=0 complaints.total=0
因政府信息公开被申请行政复议0件、被提起行政诉讼0件。 => review.total=0 litigation.total=0
我镇2017年没有因政府信息公开申请行政复议或提起行政诉讼的情况。 => review.total=0 litigation.total=0
全年不存在因信息公开而产生的行政复议。 => review.total=0
未发生有关政府信息公开的投诉举报。 => complaints.total=0
我县未收到有关政府信息公开工作的举报和投诉。 => complaints.total=0
未发生一起因政府信息公开引起的行政诉讼。 => litigation.total=0
2017年，我镇政府信息公开未收取任何费用。 => fees.collected=0
未向申请人收取任何费用。 => fees.collected=0
本年度我局没有收取检索、复制、邮寄等费用。 => fees.collected=0
依申请公开信息收取费用0元。 => fees.collected=0
政府信息公开收费0万元。 => fees.collected=0
2017年，我乡无政府信息公开收费情况。 => fees.collected=0
四、政府信息公开的收费及减免情况//2017年，我单位未收取费用。 => fees.collected=0
五、行政复议和行政诉讼情况//无。 => review.total=0 litigation.total=0
（四）行政复议、提起行政诉讼情况//我街道2017年没有发生。 => review.total=0 litigation.total=0
六、收费情况：无 => fees.collected=0
（三）举报投诉情况：全年未发生。 => complaints.total=0
三、依申请公开情况//2017年没有收到申请。 => requests.received=0
政府信息公开申请、行政复议、行政诉讼均未发生。 => requests.received=0 review.total=0 litigation.total=0
全年未召开新闻发布会。 => response.press_conferences=0
2017年度未受理行政复议和诉讼。 => review.total=0 litigation.total=0
"""

REVIEWS = """
因政府信息公开引起的行政复议3件，其中维持2件，被依法纠错1件。 => review.total=3 review.upheld=2 review.corrected=1
政府信息公开行政诉讼2件，维持1件，其他情形1件。 => litigation.total=2 litigation.upheld=1 litigation.other=1
全年发生涉及政府信息公开的行政复议1起、行政诉讼0起。 => review.total=1 litigation.total=0
五、行政复议情况//全年受理行政复议申请4件。 => review.total=4
收到政府信息公开举报投诉2件。 => complaints.total=2
涉及政府信息公开的行政复议和行政诉讼分别为2件、1件。 => review.total=2 litigation.total=1
全年收取信息公开费用286元。 => fees.collected=0.0286
"""

WORK = """
设立政府信息公开专门机构1个，设置政府信息公开查阅点3个。 => organisation.units=1 organisation.reading_points=3
我镇设有信息公开查阅点2处。 => organisation.reading_points=2
配备专职人员1名，兼职人员4名。 => staff.full_time=1 staff.part_time=4
从事政府信息公开工作人员6人，其中专职人员2人、兼职人员4人。 => staff.total=6 staff.full_time=2 staff.part_time=4
现有政务公开专职工作人员3名。 => staff.full_time=3
全年投入政府信息公开专项经费5万元。 => funding.special=5
政府信息公开专项经费35000元。 => funding.special=3.5
全年召开政府信息公开工作会议3次，举办培训班2期，接受培训人员150人次。 => training.meetings=3 training.classes=2 training.people=150
举办3期政务公开业务培训班，培训人员210人次。 => training.classes=3 training.people=210
组织政府信息公开业务培训两次，参训80余人。 => training.classes=2 training.people~80
召开政务公开专题会议4次。 => training.meetings=4
回应公众关注热点3次，举办新闻发布会2次，其中主要负责同志参加新闻发布会1次。 => response.hot_topics=3 response.press_conferences=2 response.press_conferences_led=1
开展政府网站在线访谈4次，发布政策解读稿件26篇。 => response.online_interviews=4 response.policy_interpretations=26
微博微信回应事件15次，其他方式回应事件3次。 => response.weibo_wechat=15 response.other=3
公开人大代表建议办理结果12件、政协提案办理结果9件。 => proposals.npc=12 proposals.cppcc=9
全年发布解读材料8份。 => response.policy_interpretations=8
"""

BREAKDOWNS = """
主动公开政府信息60条，其中，组织机构10条，政策法规类信息20条，工作动态30条。 => disclosure.total=60 disclosure.total#组织机构=10 disclosure.total#政策法规类信息=20 disclosure.total#工作动态=30
全镇公开政府信息45条。其中：“三公”经费、预算决算等财政信息15条；人事信息30条。 => disclosure.total=45 disclosure.total#财政信息=15 disclosure.total#人事信息=30
通过门户网站公开信息90条，其中概况信息40条，占44.4%；通知公告50条，占55.6%。 => channel.website=90 channel.website#概况信息=40 channel.website#通知公告=50
主动公开政府信息33条，其中：//1.机构职能3条；//2.政策文件30条。 => disclosure.total=33 disclosure.total#机构职能=3 disclosure.total#政策文件=30
主动公开政府信息50条，其中公开机构信息20条，公开人事信息30条。 => disclosure.total=50 disclosure.total#机构信息=20 disclosure.total#人事信息=30
主动公开政府信息200条，其中教育局60条，民政局80条。 => disclosure.total=200
主动公开政府信息50条，其中财务类20条；受理来信30件。 => disclosure.total=50 disclosure.total#财务类=20
"""

TRAPS = """
2016年，我镇主动公开政府信息280条。 =>
上年共公开政府信息150条。 =>
去年同期收到政府信息公开申请3件。 =>
县教育局主动公开政府信息75条。 =>
县政府各部门（单位）主动公开信息4300条。 =>
自2008年《条例》实施以来，累计公开政府信息20300条。 =>
政务微信自2015年开通至今已发布信息880条。 =>
主动公开率达98%，同比增长12%。 =>
下一步，力争全年公开政府信息600条以上。 =>
四、下一步工作打算//2018年主动公开政府信息不少于500条，召开工作会议4次。 =>
五、存在的问题//全年只公开政府信息20条。 =>
共受理12345热线转办事项926件，办结920件。 =>
办理行政许可430件，行政处罚52件。 =>
向上级报送信息165条，编发简报30期。 =>
文章最高阅读量8200次。 =>
政务微博受理网民咨询480件。 =>
设置村务公开栏18个。 =>
根据《条例》第二十条、第21条规定，应当主动公开。 =>
依据国办发〔2014〕32号文件，在20个工作日内公开。 =>
联系电话：0571-88001234，邮编310000。 =>
全年公开财政信息45条。 =>
公开安全生产信息30条，公开扶贫信息51条。 =>
（二）推进财政信息公开。//全年公开信息239条。 =>
全县共受理行政复议案件35件，办结30件。 =>
市场监管所受理消费投诉156件。 =>
每年至少召开信息公开工作会议2次。 =>
每月公开信息10条以上。 =>
2017年1月至6月，公开政府信息90条。 =>
上半年主动公开政府信息60条。 =>
办理人大代表建议6件、政协提案13件。 =>
接待群众来信来访8件，办结8件。 =>
对行政机关未收到答复的申请人，可以申请行政复议。 =>
要求各村公开信息不少于20条。 =>
县图书馆设置政府信息查阅场所2处。 =>
县政务公开办组织开展了3次培训，累计培训240人次。 =>
印制宣传册2000份，制作展板60块。 =>
县长信箱收到群众来信310件，答复310件。 =>
无超期答复、敷衍推诿等情况。 =>
收到申请之日起15个工作日内答复，可延长15个工作日。 =>
不存在违规收费情况。 =>
未收到答复的，可以投诉。 =>
网站共有栏目36个，全年更新栏目12个。 =>
参加上级组织的政务公开培训3次。 =>
全镇18个村（社区）公开信息完成率100%。 =>
受理行政许可申请300件。 =>
召开党委会议12次。 =>
组织科技培训班6期，培训农民900人次。 =>
“白水发布”微信公众号关注人数3200人。 =>
公众如有异议，无需缴纳费用。 =>
对申请公开政府信息的，一般不收取费用，成本费除外。 =>
"""


def _cases() -> list[tuple[str, str, str]]:
    cases = []
    for name, block in globals().copy().items():
        if name.isupper() and isinstance(block, str):
            cases += [(name.lower(), *map(str.strip, line.split("=>"))) for line in block.strip().splitlines()]
    return cases


CASES = _cases()


def _facts(text: str) -> set[str]:
    stated = re.match(r"(20\d\d)：", text)
    year = int(stated.group(1)) if stated else 2017
    outline = outline_of_text((text[5:] if stated else text).replace("//", "\n"))
    found = set()
    for fact in prose_facts(outline, year):
        assert outline.text[fact.place.start : fact.place.end] == fact.raw
        label = f"#{fact.category}" if fact.category else ""
        found.add(f"{fact.code}{label}{'~' if fact.meaning == 'approximate' else '='}{fact.value}")
    return found


@pytest.mark.parametrize(("group", "sentence", "stated"), CASES, ids=[f"{group}-{sentence[:16]}" for group, sentence, _ in CASES])
def test_takes_what_a_careful_reader_takes(group: str, sentence: str, stated: str) -> None:
    assert _facts(sentence) == set(stated.split())
