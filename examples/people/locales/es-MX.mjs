/** Spanish, Mexico. */
export default {
  language: 'es-MX',
  weight: 4,
  twoFamilyNames: true,
  given: {
    female: 'Guadalupe, Ximena, Valentina, Regina, Fernanda, Itzel, Citlali, Renata, Ana Sofía, Yolanda',
    male: 'Santiago, Mateo, Diego, Emiliano, Juan Carlos, Jesús, Cuauhtémoc, Raúl, Héctor, Óscar',
  },
  family: `Hernández, González, Ramírez, Cruz, Flores, Vázquez, Jiménez, Mendoza, Ortiz, Zúñiga, Treviño, Domínguez,
    Castañeda, Luna, Xólotl, Villaseñor`,
  places: {
    'America/Mexico_City': 'Ciudad de México, Guadalajara, Mérida, Puebla, Querétaro, León',
    'America/Tijuana': 'Tijuana',
  },
  phones: '+5255########, +5233########, +5281########',
};
