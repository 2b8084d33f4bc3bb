### Det, som kun en side siger, når noget ikke går.

problem-no-sign-in = Man kan ikke logge ind her endnu.
problem-no-sign-in-do = Kommunen skal først vælge, hvordan man logger ind.
# Til den, der hjælper: den korte kode, man kan søge på
problem-code = Kode: { $code }
