/** Armenian. */
export default {
  language: 'hy-AM',
  weight: 3,
  given: {
    female: 'Անի=ani, Մարիամ=mariam, Լուսինե=lusine, Նարե=nare, Շուշան=shushan, Գայանե=gayane, Արփի=arpi',
    male: 'Արամ=aram, Տիգրան=tigran, Հայկ=hayk, Վահան=vahan, Գևորգ=gevorg, Նարեկ=narek, Դավիթ=davit',
  },
  family: `Հարությունյան=harutyunyan, Սարգսյան=sargsyan, Գրիգորյան=grigoryan, Հովհաննիսյան=hovhannisyan,
    Խաչատրյան=khachatryan, Պետրոսյան=petrosyan, Տեր-Պողոսյան=terpoghosyan, Ավագյան=avagyan, Ղազարյան=ghazaryan`,
  places: { 'Asia/Yerevan': 'Երևան, Գյումրի, Վանաձոր, Դիլիջան' },
  phones: '+3749N######',
};
