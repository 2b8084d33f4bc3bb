### Til dem, der bygger sammen med os.

page-api = For dem, der bygger med
page-api-intro = Her står alle adresser. Dokumentet, som siden er lavet af, kan også læses af en maskine.
page-api-addresses = Adresser
page-api-document = Hent dokumentet
page-api-sends = Man sender
page-api-answers = Man får
page-api-types = Det, der bliver sendt
page-api-field = Navn
page-api-type = Slags
page-api-meaning = Betyder
