/** Danish. */
export default {
  language: 'da-DK',
  weight: 2,
  spelling: { ø: 'oe', å: 'aa' },
  given: {
    female: 'Mette, Søs, Kirsten, Freja, Ida, Åse, Bodil, Signe, Pernille',
    male: 'Søren, Jørgen, Anders, Mads, Bjarke, Kåre, Mikkel, Rasmus, Asbjørn',
  },
  family: 'Nielsen, Jensen, Sørensen, Jørgensen, Ågård, Kjær, Mølgaard, Nørgaard, Thygesen, Bæk, Holm, Rønne',
  places: { 'Europe/Copenhagen': 'København, Aarhus, Odense, Sønderborg, Køge, Helsingør' },
  phones: '+452#######, +454#######',
};
