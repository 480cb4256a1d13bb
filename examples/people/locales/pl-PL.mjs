/** Polish: surnames in -ski have a feminine form. */
export default {
  language: 'pl-PL',
  weight: 4,
  given: {
    female: 'Anna, Katarzyna, Małgorzata, Agnieszka, Łucja, Zofia, Bożena, Joanna, Świętosława, Weronika',
    male: 'Jan, Łukasz, Paweł, Michał, Stanisław, Grzegorz, Wojciech, Józef, Bartłomiej, Sławomir',
  },
  family: `Nowak, Kowalski/Kowalska, Wiśniewski/Wiśniewska, Wójcik, Kamiński/Kamińska, Lewandowski/Lewandowska, Dąbrowski/Dąbrowska,
    Szymański/Szymańska, Woźniak, Zieliński/Zielińska, Brzęczyszczykiewicz, Gołąb, Żuk, Ćwik, Łoś`,
  places: { 'Europe/Warsaw': 'Warszawa, Kraków, Łódź, Wrocław, Poznań, Gdańsk, Białystok, Częstochowa' },
  phones: '+4850#######, +4860#######, +4869#######',
};
