/** Japanese: kanji, hiragana and katakana, family name first, the reading kept beside the spelling. */
export default {
  language: 'ja-JP',
  weight: 7,
  familyFirst: true,
  given: {
    female: `花子=hanako=はなこ, 陽菜=hina=ひな, 結衣=yui=ゆい, さくら=sakura=さくら, 美咲=misaki=みさき, 愛=ai=あい, ひかり=hikari=ひかり,
      優子=yuko=ゆうこ, エミリ=emiri=えみり, 千尋=chihiro=ちひろ, 恵=megumi=めぐみ, あおい=aoi=あおい`,
    male: `太郎=taro=たろう, 翔太=shota=しょうた, 蓮=ren=れん, 大輔=daisuke=だいすけ, 健一=kenichi=けんいち, 悠斗=yuto=ゆうと, 拓海=takumi=たくみ,
      直樹=naoki=なおき, ケン=ken=けん, 隆=takashi=たかし, 誠=makoto=まこと, 龍之介=ryunosuke=りゅうのすけ`,
  },
  family: `佐藤=sato=さとう, 鈴木=suzuki=すずき, 高橋=takahashi=たかはし, 田中=tanaka=たなか, 伊藤=ito=いとう, 渡辺=watanabe=わたなべ, 山本=yamamoto=やまもと,
    中村=nakamura=なかむら, 小林=kobayashi=こばやし, 加藤=kato=かとう, 吉田=yoshida=よしだ, 髙木=takagi=たかぎ, 斎藤=saito=さいとう,
    渡邉=watanabe=わたなべ, 林=hayashi=はやし, 森=mori=もり, 佐々木=sasaki=ささき, 長谷川=hasegawa=はせがわ`,
  places: { 'Asia/Tokyo': '東京, 大阪, 京都, 札幌, 横浜, 名古屋, 福岡, つくば, さいたま' },
  phones: '+8190########, +8180########, +8170########',
};
