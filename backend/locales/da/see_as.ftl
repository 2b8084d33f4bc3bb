### Se planen, som en anden ved bordet ser den.

as-about = Vælg en ved bordet. Så ser du planen, præcis som den person ser den.
as-whose = Se som
as-title = Som { $name } ser det
as-banner = Sådan ser { $name } planen. Du kan ikke ændre noget her.
as-nothing = { $name } ser ingen kort.
as-left = { $name } er ikke ved bordet mere og ser ikke noget af planen.
