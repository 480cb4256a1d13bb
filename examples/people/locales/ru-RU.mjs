/** Russian: surnames by gender, a patronymic in some full names. */
export default {
  language: 'ru-RU',
  weight: 6,
  middle: `Александрович/Александровна, Сергеевич/Сергеевна, Иванович/Ивановна, Дмитриевич/Дмитриевна,
    Андреевич/Андреевна, Ильич/Ильинична`,
  middleShare: 0.4,
  given: {
    female: `Анна=anna, Мария=maria, Елена=elena, Ольга=olga, Наталья=natalia, Татьяна=tatiana, Юлия=yulia,
      Ксения=ksenia, Светлана=svetlana, Алёна=alyona, Дарья=darya, Жанна=zhanna`,
    male: `Александр=alexander, Сергей=sergey, Дмитрий=dmitry, Иван=ivan, Алексей=alexey, Михаил=mikhail,
      Андрей=andrey, Пётр=pyotr, Юрий=yuri, Фёдор=fyodor, Илья=ilya, Игорь=igor`,
  },
  family: `Иванов/Иванова=ivanov/ivanova, Смирнов/Смирнова=smirnov/smirnova, Кузнецов/Кузнецова=kuznetsov/kuznetsova,
    Попов/Попова=popov/popova, Соколов/Соколова=sokolov/sokolova, Лебедев/Лебедева=lebedev/lebedeva,
    Козлов/Козлова=kozlov/kozlova, Достоевский/Достоевская=dostoevsky/dostoevskaya, Воробьёв/Воробьёва=vorobyov/vorobyova,
    Чехов/Чехова=chekhov/chekhova, Щукин/Щукина=shchukin/shchukina, Черных=chernykh, Римский-Корсаков/Римская-Корсакова=rimsky/rimskaya`,
  places: {
    'Europe/Moscow': 'Москва, Санкт-Петербург, Казань, Нижний Новгород',
    'Asia/Yekaterinburg': 'Екатеринбург',
    'Asia/Novosibirsk': 'Новосибирск',
    'Asia/Vladivostok': 'Владивосток',
  },
  phones: '+7903#######, +7916#######, +7926#######',
};
