/** Norwegian. */
export default {
  language: 'nb-NO',
  weight: 2,
  spelling: { ø: 'oe', å: 'aa' },
  given: {
    female: 'Ingrid, Solveig, Bjørg, Åshild, Nora, Tuva, Synnøve, Kari, Sunniva',
    male: 'Bjørn, Øyvind, Håkon, Ole, Pål, Lars, Sindre, Åge, Torbjørn',
  },
  family: 'Hansen, Olsen, Ødegård, Bjørnstad, Næss, Haugen, Strøm, Berg, Aasen, Solbakken, Lysø, Kjær',
  places: { 'Europe/Oslo': 'Oslo, Bergen, Tromsø, Bodø, Ålesund, Trondheim, Lillehammer' },
  phones: '+474#######, +479#######',
};
