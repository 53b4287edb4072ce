"""How figures are made, in sentences: the annex of every document that publishes some."""

METHODE = (
    (
        "Toujours avec sa base. « 46 % (92/200 références) » : le pourcentage, puis n (ce qui "
        "est compté) et N (ce dans quoi on compte), puis l'unité. Un pourcentage seul n'est "
        "jamais montré."
    ),
    (
        "Seulement ce qui est final. Les brouillons et les interventions annulées sont exclus; "
        "une intervention rectifiée compte une fois, dans sa dernière version."
    ),
    (
        "Rien n'est pas zéro. « s. o. » : sans objet, la base est vide. « petit effectif » : la "
        "base est de moins de 20, et une seule intervention de plus y change beaucoup le "
        "pourcentage."
    ),
    (
        "Arrondi à l'entier, la demie vers le haut. On ne force pas les sommes à 100; ce qui "
        "n'est dans aucune ligne a la sienne."
    ),
    "Des choix multiples donnent deux pourcentages : des mentions, et des interventions.",
    (
        "Quatre compteurs qui ne s'additionnent pas : les interventions, les participations "
        "(chaque personne compte chaque fois qu'elle vient), les personnes distinctes "
        "(seulement celles qui ont un code local) et les références."
    ),
    (
        "La date de l'intervention la place dans la période, et non le jour de la saisie. La "
        "tenure, la MRC et l'organisme sont ceux de ce jour-là."
    ),
    (
        "Des bases emboîtées : une ligne en retrait est une part de la ligne au-dessus, jamais "
        "une ligne de plus à additionner."
    ),
)
METHODE_REGION = (
    (
        "Une intervention, une fois. Un total de la région se calcule à partir des "
        "interventions, après avoir retiré les doubles par leur identifiant; on n'additionne "
        "jamais des bilans."
    ),
)
METHODE_MASQUAGE = (
    (
        "Les petits nombres. Un nombre plus petit que le seuil de masquage, sauf 0, n'est pas "
        "montré. D'autres nombres, parfois grands, sont « masqués » pour qu'il ne se calcule pas "
        "avec les totaux, les autres tableaux ou les documents déjà publiés de la même série : il "
        "reste toujours plusieurs valeurs possibles. Une zone hachurée d'un graphique est un "
        "nombre caché; sa longueur ne dit rien."
    ),
)
