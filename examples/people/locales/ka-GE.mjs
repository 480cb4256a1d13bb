/** Georgian: a script without capital letters. */
export default {
  language: 'ka-GE',
  weight: 3,
  given: {
    female: 'ნინო=nino, თამარ=tamar, ეკა=eka, მარიამ=mariam, ქეთევან=ketevan, ლიკა=lika, ელენე=elene',
    male: 'გიორგი=giorgi, დავით=davit, ლევან=levan, ირაკლი=irakli, ლუკა=luka, შოთა=shota, ზურაბ=zurab',
  },
  family: `ბერიძე=beridze, კაპანაძე=kapanadze, მაისურაძე=maisuradze, გელაშვილი=gelashvili, ლომიძე=lomidze,
    რუსთაველი=rustaveli, ჯავახიშვილი=javakhishvili, წერეთელი=tsereteli, ჭავჭავაძე=chavchavadze, ყიფიანი=kipiani`,
  places: { 'Asia/Tbilisi': 'თბილისი, ბათუმი, ქუთაისი, ზუგდიდი, თელავი' },
  phones: '+99559N######',
};
