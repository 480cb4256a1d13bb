/** Swedish. */
export default {
  language: 'sv-SE',
  weight: 3,
  given: {
    female: 'Åsa, Elin, Märta, Linnéa, Ingrid, Maja, Saga, Birgitta, Ebba',
    male: 'Erik, Lars, Göran, Åke, Björn, Östen, Sven, Håkan, Viktor, Nils',
  },
  family: `Andersson, Johansson, Lindström, Åkesson, Sjöberg, Öberg, Nyström, Bergqvist, Hägg, Svärd, Löfgren, af Klint`,
  places: { 'Europe/Stockholm': 'Stockholm, Göteborg, Malmö, Västerås, Örebro, Umeå, Jönköping' },
  phones: '+4670#######, +4673#######, +4676#######',
};
