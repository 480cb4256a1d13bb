/** Greek: tonos, final sigma, feminine surnames in the genitive. */
export default {
  language: 'el-GR',
  weight: 4,
  given: {
    female: `Μαρία=maria, Ελένη=eleni, Κατερίνα=katerina, Βασιλική=vasiliki, Σοφία=sofia, Αγγελική=angeliki,
      Δέσποινα=despoina, Ιωάννα=ioanna, Φωτεινή=foteini`,
    male: `Γιώργος=giorgos, Γιάννης=giannis, Δημήτρης=dimitris, Νίκος=nikos, Κώστας=kostas, Παναγιώτης=panagiotis,
      Οδυσσέας=odysseas, Ανδρέας=andreas, Σπύρος=spyros`,
  },
  family: `Παπαδόπουλος/Παπαδοπούλου=papadopoulos/papadopoulou, Νικολάου=nikolaou, Γεωργίου=georgiou, Οικονόμου=oikonomou,
    Βασιλείου=vasileiou, Καραγιάννης/Καραγιάννη=karagiannis/karagianni, Αλεξίου=alexiou, Σαμαράς/Σαμαρά=samaras/samara,
    Θεοδωράκης/Θεοδωράκη=theodorakis/theodoraki, Μακρής/Μακρή=makris/makri, Χατζής/Χατζή=chatzis/chatzi`,
  places: { 'Europe/Athens': 'Αθήνα, Θεσσαλονίκη, Πάτρα, Ηράκλειο, Ιωάννινα, Βόλος' },
  phones: '+30694#######, +30697#######, +30698#######',
};
