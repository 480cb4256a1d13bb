/** Ukrainian: letters that Russian lacks (і, ї, є, ґ) and the apostrophe. */
export default {
  language: 'uk-UA',
  weight: 4,
  middle: 'Олександрович/Олександрівна, Іванович/Іванівна, Петрович/Петрівна, Юрійович/Юріївна',
  middleShare: 0.2,
  given: {
    female: `Олена=olena, Оксана=oksana, Катерина=kateryna, Соломія=solomiia, Ірина=iryna, Юлія=yuliia, Леся=lesia,
      Дарина=daryna, Наталія=nataliia, Євгенія=yevheniia`,
    male: `Олександр=oleksandr, Андрій=andrii, Тарас=taras, Микола=mykola, Богдан=bohdan, Сергій=serhii, Юрій=yurii,
      Дмитро=dmytro, В'ячеслав=viacheslav, Ярослав=yaroslav`,
  },
  family: `Шевченко=shevchenko, Мельник=melnyk, Бондаренко=bondarenko, Коваленко=kovalenko, Ткаченко=tkachenko, Кравчук=kravchuk,
    Їжаківський/Їжаківська=yizhakivskyi/yizhakivska, Ґалаґан=galagan, Лук'яненко=lukianenko, Гончар=honchar, Заболотний/Заболотна=zabolotnyi/zabolotna,
    Котляревський/Котляревська=kotliarevskyi/kotliarevska`,
  places: { 'Europe/Kyiv': 'Київ, Львів, Одеса, Харків, Дніпро, Чернівці, Івано-Франківськ' },
  phones: '+38050#######, +38067#######, +38093#######',
};
