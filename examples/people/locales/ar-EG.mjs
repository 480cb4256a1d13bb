/** Arabic, Egypt: written from right to left. */
export default {
  language: 'ar-EG',
  weight: 6,
  given: {
    female: `فاطمة=fatma, مريم=mariam, نور=nour, سارة=sara, ياسمين=yasmin, هبة=heba, آية=aya, إيمان=eman, منى=mona,
      رضوى=radwa, شيماء=shaimaa`,
    male: `محمد=mohamed, أحمد=ahmed, محمود=mahmoud, علي=ali, عمر=omar, يوسف=youssef, خالد=khaled, إبراهيم=ibrahim,
      مصطفى=mostafa, عبد الرحمن=abdelrahman, طارق=tarek`,
  },
  family: `حسن=hassan, إبراهيم=ibrahim, السيد=elsayed, عبد الله=abdallah, المصري=elmasry, منصور=mansour, الشافعي=elshafei, فؤاد=fouad,
    سليمان=soliman, عثمان=osman, النجار=elnaggar, رمضان=ramadan, حافظ=hafez`,
  places: { 'Africa/Cairo': 'القاهرة, الإسكندرية, الجيزة, الأقصر, أسوان, المنصورة' },
  phones: '+2010########, +2011########, +2012########',
};
