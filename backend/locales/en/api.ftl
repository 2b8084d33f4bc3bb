### For those who build with us.

page-api = For those who build with us
page-api-intro = All addresses. The document that this page is made from can also be read by a machine.
page-api-addresses = Addresses
page-api-document = Get the document
page-api-sends = You send
page-api-answers = You get
page-api-types = What is sent
page-api-field = Name
page-api-type = Kind
page-api-meaning = Means
