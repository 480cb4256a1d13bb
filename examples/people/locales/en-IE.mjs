/** English and Irish, Ireland: apostrophes, Mac and Ní, accents that English keyboards leave out. */
export default {
  language: 'en-IE',
  weight: 6,
  given: {
    female: 'Aoife, Niamh, Siobhán, Saoirse, Ciara, Róisín, Gráinne, Orla, Sinéad, Caoimhe, Bríd, Mary',
    male: 'Seán, Conor, Patrick, Pádraig, Cillian, Oisín, Fionn, Eoin, Darragh, Ciarán, Declan, Tadhg',
  },
  family: `O'Brien, Murphy, Kelly, O'Sullivan, Walsh, O'Connor, Ryan, O'Neill, Byrne, McCarthy, Gallagher, Doyle,
    Ó Súilleabháin/Ní Shúilleabháin, Mac Giolla Phádraig/Nic Giolla Phádraig, O'Reilly, Quinn, Ó Briain/Ní Bhriain`,
  places: { 'Europe/Dublin': 'Dublin, Cork, Galway, Limerick, Waterford, Sligo, Dún Laoghaire' },
  phones: '+35385#######, +35386#######, +35387#######',
};
