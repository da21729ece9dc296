"""Simplified text disguised as copying kits do it: traditional characters, then pinyin glosses put in byte by byte.

The kit replaces GBK byte pairs without regard to where a character begins, so a pair that straddles two characters is
glossed too and leaves a scar. The table is small and our own; it covers the words of the demo's disguised page.
"""

from __future__ import annotations

_GLOSSED = """
专專zhuān 业業yè 个個gè 会會huì 传傳chuán 体體tǐ 关關guān 内內nèi 决決jué 准準zhǔn 务務wù 动動dòng 单單dān 发發fā 变變biàn
员員yuán 国國guó 处處chù 对對duì 导導dǎo 将將jiāng 开開kāi 当當dāng 态態tài 总總zǒng 执執zhí 报報bào 据據jù 数數shù 时時shí
权權quán 构構gòu 标標biāo 检檢jiǎn 没沒méi 现現xiàn 确確què 线線xiàn 结結jié 统統tǒng 继繼jì 续續xù 网網wǎng 联聯lián 获獲huò
规規guī 计計jì 训訓xùn 设設shè 证證zhèng 话話huà 请請qǐng 责責zé 费費fèi 车車chē 转轉zhuǎn 进進jìn 过過guò 运運yùn 递遞dì
镇鎮zhèn 长長zhǎng 门門mén 问問wèn 间間jiān 页頁yè 项項xiàng 领領lǐng 题題tí
"""
_PLAIN = """
万萬 与與 举舉 争爭 产產 众眾 养養 况況 减減 别別 办辦 压壓 县縣 参參 号號 围圍 图圖 备備 够夠 学學 实實 审審 层層 录錄
户戶 护護 无無 机機 条條 来來 栏欄 样樣 点點 热熱 电電 砚硯 类類 组組 织織 经經 编編 职職 芦蘆 范范 见見 议議 记記 讼訟
访訪 诉訴 询詢 说說 读讀 财財 资資 较較 载載 达達 邮郵 银銀 针針 闭閉 阅閱 随隨 预預 书書 称稱 义義 为為 从從 们們 给給
华華 闻聞 复復
"""


def _tables() -> tuple[dict[int, str], list[tuple[bytes, bytes]]]:
    traditional = {ord(word[0]): word[1] for word in (_GLOSSED + _PLAIN).split()}
    pairs = [(word[1].encode("gbk"), f"({word[2:]})".encode("gbk")) for word in _GLOSSED.split()]
    return traditional, sorted(pairs)


_TRADITIONAL, _READINGS = _tables()


def _decode(raw: bytes) -> str:
    out, at = [], 0
    while at < len(raw):
        width = 1 if raw[at] < 0x80 else 2
        try:
            out.append(raw[at : at + width].decode("gbk"))
        except UnicodeDecodeError:
            out.append("?")  # the kit's decoder swallows both bytes, an opening bracket with them
        at += width
    return "".join(out)


def disguise(text: str) -> str:
    """The text as the kit leaves it; every byte pair that GBK cannot read becomes one question mark."""
    raw = text.translate(_TRADITIONAL).encode("gbk")
    for pair, gloss in _READINGS:
        raw = raw.replace(pair, pair + gloss)
    return _decode(raw)
