/** English, United Kingdom. */
export default {
  language: 'en-GB',
  weight: 6,
  given: {
    female: 'Charlotte, Poppy, Isla, Freya, Florence, Alice, Rosie, Imogen, Eleanor, Harriet, Beatrice, Zara',
    male: 'Oliver, George, Harry, Arthur, Alfie, Freddie, Archie, Rhys, Callum, Hamish, Alistair, Hugh',
  },
  family: `Taylor, Davies, Evans, Thomas, Roberts, Wright, Hughes, Edwards, Green, Clarke, Campbell, MacLeod, Stewart,
    Llewellyn, Fitzgerald, Ashworth, Whitaker, Cholmondeley, Patel, Begum, Okafor, Parry-Jones, Smith-Barnes`,
  places: { 'Europe/London': 'London, Manchester, Leeds, Bristol, Edinburgh, Glasgow, Cardiff, Belfast, York' },
  phones: '+4477########, +4478########, +4479########',
};
