/** Chinese, Taiwan: traditional characters, Wade-Giles spelling. */
export default {
  language: 'zh-TW',
  weight: 5,
  familyFirst: true,
  separator: '',
  given: {
    female: `淑芬=shufen, 雅婷=yating, 美玲=meiling, 怡君=yichun, 詩涵=shihhan, 佳穎=chiaying, 麗華=lihua,
      靜宜=chingyi, 玉蘭=yulan, 鳳=feng`,
    male: `志明=chihming, 家豪=chiahao, 俊傑=chunchieh, 建宏=chienhung, 冠廷=kuanting, 小龍=hsiaolung, 國華=kuohua,
      承恩=chengen, 偉=wei, 學禮=hsuehli`,
  },
  family: `陳=chen, 林=lin, 李=lee, 黃=huang, 張=chang, 吳=wu, 劉=liu, 蔡=tsai, 楊=yang, 許=hsu, 鄭=cheng, 謝=hsieh, 歐陽=ouyang,
    葉=yeh, 蘇=su, 龔=kung`,
  places: { 'Asia/Taipei': '臺北, 高雄, 臺中, 臺南, 新竹, 花蓮, 基隆' },
  phones: '+8869########',
};
