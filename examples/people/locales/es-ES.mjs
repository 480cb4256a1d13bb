/** Spanish, Spain: two surnames, the father's and the mother's. */
export default {
  language: 'es-ES',
  weight: 5,
  twoFamilyNames: true,
  given: {
    female: 'María, Lucía, Carmen, Sofía, Inés, Begoña, María José, Concepción, Nuria, Rocío, Montserrat, Ángela',
    male: 'Alejandro, José, Javier, Andrés, Íñigo, Álvaro, José Luis, Jesús, Martín, Rubén, Joaquín, Víctor',
  },
  family: `García, Rodríguez, Fernández, López, Martínez, Sánchez, Pérez, Gómez, Muñoz, Ibáñez, Núñez, Peña, Castaño,
    Ordóñez, Etxeberria, Puig, Ruiz, Álvarez, Giménez, del Río`,
  places: {
    'Europe/Madrid': 'Madrid, Barcelona, Sevilla, Málaga, A Coruña, Logroño, Cádiz, Donostia',
    'Atlantic/Canary': 'Las Palmas',
  },
  phones: '+346########',
};
