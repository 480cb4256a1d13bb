/** Portuguese, Brazil. */
export default {
  language: 'pt-BR',
  weight: 5,
  given: {
    female: 'Ana, Júlia, Letícia, Conceição, Luíza, Antônia, Débora, Maria Clara, Íris, Tainá',
    male: 'João, Gabriel, Antônio, José, Luís, Caíque, João Pedro, Sebastião, Otávio, Raí',
  },
  family: `da Silva, dos Santos, Oliveira, Souza, Gonçalves, Ribeiro, Araújo, Conceição, Magalhães, Brandão, de Moraes,
    Simões, Assunção, Tanaka, Guimarães, Galvão`,
  places: {
    'America/Sao_Paulo': 'São Paulo, Rio de Janeiro, Brasília, Curitiba, Florianópolis',
    'America/Bahia': 'Salvador',
    'America/Manaus': 'Manaus',
  },
  phones: '+55119########, +55219########, +55719########',
};
