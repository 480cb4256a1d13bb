/** German: umlauts, sharp s, double surnames, particles of nobility. E-mail addresses spell ü as ue. */
export default {
  language: 'de-DE',
  weight: 9,
  spelling: { ä: 'ae', ö: 'oe', ü: 'ue' },
  given: {
    female: 'Anna, Lena, Sabine, Käthe, Ulrike, Brigitte, Hannelore, Zoë, Mia, Svenja, Heike, Bärbel, Ayşe',
    male: `Jürgen, Lukas, Thomas, Björn, Matthias, Jörg, Günther, Karl-Heinz, Wolfgang, Uwe, Sören, Finn, Götz,
      Mehmet`,
  },
  family: `Müller, Schmidt, Schneider, Fischer, Weiß, Weber, Schäfer, Koch, Schröder, Groß, Böhm, Krüger, Strauß,
    Köhler, Jäger, Müller-Lüdenscheidt, von der Heide, Vogel, Öztürk, Großmann, Hübner, Kühn, Löwe`,
  places: { 'Europe/Berlin': 'Berlin, Hamburg, München, Köln, Düsseldorf, Nürnberg, Leipzig, Gießen, Lübeck' },
  phones: '+49151########, +49170#######, +49176########',
};
