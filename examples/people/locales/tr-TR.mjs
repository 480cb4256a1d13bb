/** Turkish: dotted and dotless i, whose upper and lower case differ from everyone else's. */
export default {
  language: 'tr-TR',
  weight: 4,
  given: {
    female: 'Zeynep, Ayşe, Elif, Işıl, Gülşah, Çiğdem, İpek, Ebru, Sıla, Öykü, Hatice, Nurgül',
    male: 'Mehmet, Mustafa, İbrahim, Işık, Oğuz, Çağlar, Ömer, Yiğit, Barış, İsmail, Gökhan, Ertuğrul',
  },
  family: `Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Yıldırım, Öztürk, Aydın, Özdemir, Arslan, Doğan, Kılıç, Çetin, Işık,
    Ünal, İnan, Güneş, Koç`,
  places: { 'Europe/Istanbul': 'İstanbul, Ankara, İzmir, Eskişehir, Şanlıurfa, Muğla, Diyarbakır' },
  phones: '+9053########, +9054########, +9050########',
};
