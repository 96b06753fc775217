"""Titles as town halls write them, for benchmarks; the first words are the most frequent."""

import random
from collections.abc import Iterator
from itertools import accumulate

JAPANESE = """
市民 申請 について 支援 手続き 事業 計画 子育て 制度 の 補助金 お知らせ 健康 募集 防災
自治会 協働 相談 センター ごみ 福祉 住民票 税 施設 利用 保険 高齢者 登録 届出 証明書 講座
ボランティア 活動 団体 推進 条例 まちづくり 審議会 会議録 公園 図書館 学校 給食 保育所 介護
障がい 避難所 水道 道路 環境 観光 農業 商店街 国際交流 文化財 選挙 予算 入札 統計 消防 救急
予防接種 乳児 結婚 転入 転出 印鑑 年金 国民健康保険 児童手当 住宅 空き家 移住
"""
PORTUGUESE = """
cidade inscrição informações serviço apoio plano crianças sistema subsídio aviso saúde desastre
associação consulta centro lixo bem-estar registro imposto instalação uso seguro idosos certificado
curso voluntário atividade grupo promoção regulamento conselho parque biblioteca escola merenda
creche cuidado deficiência abrigo água estrada ambiente turismo agricultura comércio intercâmbio
cultura eleição orçamento bombeiros emergência vacinação bebê casamento mudança pensão moradia
procedimento pedido como fazer onde quando
"""
WORDS = {"ja": JAPANESE.split(), "pt-br": PORTUGUESE.split()}
JOINED = {"ja": "", "pt-br": " "}


def made_titles(count: int) -> Iterator[tuple[str, str]]:
    """Yield languages and titles, the same each time, no two alike."""
    chance = random.Random(5)  # noqa: S311
    weights = {
        code: list(accumulate(1 / (rank + 3) for rank in range(len(words))))
        for code, words in WORDS.items()
    }
    for number in range(count):
        code = "pt-br" if number % 2 else "ja"
        words = chance.choices(WORDS[code], cum_weights=weights[code], k=chance.randint(2, 5))
        yield code, JOINED[code].join(words).capitalize() + f" {number}"
