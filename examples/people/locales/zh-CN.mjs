/** Chinese, mainland: simplified characters, family name first, no space between. */
export default {
  language: 'zh-CN',
  weight: 10,
  familyFirst: true,
  separator: '',
  given: {
    female: `芳=fang, 秀英=xiuying, 娜=na, 静=jing, 丽=li, 雪梅=xuemei, 婷婷=tingting, 晓燕=xiaoyan, 玉兰=yulan,
      子涵=zihan, 欣怡=xinyi, 诗涵=shihan, 慧=hui, 颖=ying`,
    male: `伟=wei, 强=qiang, 磊=lei, 小龙=xiaolong, 建国=jianguo, 志强=zhiqiang, 浩然=haoran, 宇轩=yuxuan,
      子轩=zixuan, 俊杰=junjie, 鹏=peng, 明=ming, 军=jun, 海涛=haitao`,
  },
  family: `李=li, 王=wang, 张=zhang, 刘=liu, 陈=chen, 杨=yang, 赵=zhao, 黄=huang, 周=zhou, 吴=wu, 徐=xu, 孙=sun, 马=ma, 朱=zhu,
    欧阳=ouyang, 司马=sima, 吕=lyu, 叶=ye, 诸葛=zhuge, 郑=zheng`,
  places: {
    'Asia/Shanghai': '北京, 上海, 广州, 深圳, 成都, 杭州, 西安, 武汉, 南京, 哈尔滨',
    'Asia/Urumqi': '乌鲁木齐',
  },
  phones: '+86138########, +86139########, +86159########, +86186########',
};
