/** French: accents, cedilla, ligature, compound given names, particles. */
export default {
  language: 'fr-FR',
  weight: 6,
  given: {
    female: `Camille, Chloé, Amélie, Anaïs, Françoise, Élodie, Marie-Claire, Inès, Océane, Maëlle, Solène, Fatima,
      Noémie`,
    male: 'Louis, Gaël, François, Jean-Luc, Théo, Loïc, Rémi, Étienne, Benoît, Jérôme, Jean-Baptiste, Mehdi, Raphaël',
  },
  family: `Martin, Bernard, Dubois, Lefèvre, Moreau, Lefebvre, Garçon, Leroy, Fournier, Guérin, Hénaff, Le Gall, Gauthier,
    Châtelain, Benoît, d'Alembert, de La Fontaine, Lecœur, Poincaré, Nguyễn, Benali, Traoré`,
  places: { 'Europe/Paris': 'Paris, Lyon, Marseille, Nîmes, Orléans, Besançon, Saint-Étienne, Bordeaux, Quimper' },
  phones: '+336########',
};
