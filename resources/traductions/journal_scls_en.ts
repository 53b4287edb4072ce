<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_CA" sourcelanguage="fr_CA">
<context>
    <name></name>
    <message>
        <source> (compte aujourd’hui)</source>
        <translation> (counts today)</translation>
    </message>
    <message>
        <source> (rien de nouveau depuis : la même, réécrite)</source>
        <translation> (nothing new since: the same one, rewritten)</translation>
    </message>
    <message>
        <source> Le lot {recus} est déjà reçu : il compte encore tant que vous n’aurez pas refait le dossier à partir des lots gardés.</source>
        <translation> Lot {recus} is already received: it still counts until you rebuild the folder from the lots that were kept.</translation>
    </message>
    <message>
        <source> L’ancien journal est gardé dans « {fichier} ».</source>
        <translation> The former journal is kept in “{fichier}”.</translation>
    </message>
    <message>
        <source> Rien à compter.</source>
        <translation> Nothing to count.</translation>
    </message>
    <message>
        <source> Votre correction commencée est là.</source>
        <translation> The correction you began is here.</translation>
    </message>
    <message>
        <source> et </source>
        <translation> and </translation>
    </message>
    <message>
        <source> et {compte}</source>
        <translation> and {compte}</translation>
    </message>
    <message numerus="yes">
        <source> et {n} autre</source>
        <comment> et {n} autres</comment>
        <translation>
            <numerusform> and {n} other</numerusform>
            <numerusform> and {n} others</numerusform>
        </translation>
    </message>
    <message>
        <source> · {echues} à relancer dès maintenant</source>
        <translation> · {echues} to follow up right now</translation>
    </message>
    <message>
        <source> – refusée : {refus}</source>
        <translation> – refused: {refus}</translation>
    </message>
    <message>
        <source>&amp;1. Nom du milieu</source>
        <translation>&amp;1. Name of the site</translation>
    </message>
    <message>
        <source>&amp;2. Tenure</source>
        <translation>&amp;2. Tenure</translation>
    </message>
    <message>
        <source>&amp;3. Organisme propriétaire</source>
        <translation>&amp;3. Owner organization</translation>
    </message>
    <message>
        <source>&amp;4. MRC</source>
        <translation>&amp;4. MRC</translation>
    </message>
    <message>
        <source>&amp;5. Catégorie d’immeuble</source>
        <translation>&amp;5. Building category</translation>
    </message>
    <message>
        <source>&amp;6. Nombre de logements</source>
        <translation>&amp;6. Number of dwellings</translation>
    </message>
    <message>
        <source>&amp;Activité</source>
        <translation>Activit&amp;y</translation>
    </message>
    <message>
        <source>&amp;Afficher ce que je tape</source>
        <translation>&amp;Show what I type</translation>
    </message>
    <message>
        <source>&amp;Ajouter un milieu… (Alt+A)</source>
        <translation>&amp;Add a site… (Alt+A)</translation>
    </message>
    <message>
        <source>&amp;Ajouter un organisme… (Alt+A)</source>
        <translation>&amp;Add an organization… (Alt+A)</translation>
    </message>
    <message>
        <source>&amp;Ajouter un projet… (Alt+A)</source>
        <translation>&amp;Add a project… (Alt+A)</translation>
    </message>
    <message>
        <source>&amp;Ajouter un service partenaire… (Alt+A)</source>
        <translation>&amp;Add a partner service… (Alt+A)</translation>
    </message>
    <message>
        <source>&amp;Ajouter…</source>
        <translation>&amp;Add…</translation>
    </message>
    <message>
        <source>&amp;Annuler la dernière action</source>
        <translation>&amp;Undo the last action</translation>
    </message>
    <message>
        <source>&amp;Bilan en PDF…</source>
        <translation>Report &amp;as PDF…</translation>
    </message>
    <message>
        <source>&amp;Changer d’avis…</source>
        <translation>&amp;Change my mind…</translation>
    </message>
    <message>
        <source>&amp;Changer la phrase</source>
        <translation>&amp;Change the passphrase</translation>
    </message>
    <message>
        <source>&amp;Choisir le dossier de dépôt…</source>
        <translation>Choose the &amp;drop folder…</translation>
    </message>
    <message>
        <source>&amp;Choisir un dossier vide…</source>
        <translation>&amp;Choose an empty folder…</translation>
    </message>
    <message>
        <source>&amp;Clientèle</source>
        <translation>&amp;Clientele</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>Co&amp;de</translation>
    </message>
    <message>
        <source>&amp;Code de secours</source>
        <translation>Recovery &amp;code</translation>
    </message>
    <message>
        <source>&amp;Comparer les révisions…</source>
        <translation>&amp;Compare revisions…</translation>
    </message>
    <message>
        <source>&amp;Comparer à</source>
        <translation>&amp;Compare with</translation>
    </message>
    <message>
        <source>&amp;Couleurs</source>
        <translation>Colo&amp;urs</translation>
    </message>
    <message>
        <source>&amp;De la révision</source>
        <translation>&amp;From revision</translation>
    </message>
    <message>
        <source>&amp;Décider plus tard (Échap)</source>
        <translation>&amp;Decide later (Esc)</translation>
    </message>
    <message>
        <source>&amp;Enregistrer l’intervention</source>
        <translation>Save the ent&amp;ry</translation>
    </message>
    <message>
        <source>&amp;Faire la succession</source>
        <translation>&amp;Record the succession</translation>
    </message>
    <message>
        <source>&amp;Fermer</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>&amp;Fermer : le code est noté</source>
        <translation>&amp;Close: the code is written down</translation>
    </message>
    <message>
        <source>&amp;Fermer aussi cette période</source>
        <translation>&amp;Close this period as well</translation>
    </message>
    <message>
        <source>&amp;Fermer la fiche</source>
        <translation>&amp;Close the record</translation>
    </message>
    <message>
        <source>&amp;Filtrer…</source>
        <translation>&amp;Filter…</translation>
    </message>
    <message>
        <source>&amp;Fusionner</source>
        <translation>&amp;Merge</translation>
    </message>
    <message>
        <source>&amp;Garder le formulaire sous ce nom</source>
        <translation>&amp;Keep the form under this name</translation>
    </message>
    <message>
        <source>&amp;Groupe</source>
        <translation>Gr&amp;oup</translation>
    </message>
    <message>
        <source>&amp;Journal</source>
        <translation>&amp;Journal</translation>
    </message>
    <message>
        <source>&amp;Langue (language)</source>
        <translation>Lan&amp;guage (langue)</translation>
    </message>
    <message>
        <source>&amp;Laquelle</source>
        <translation>&amp;Which one</translation>
    </message>
    <message>
        <source>&amp;Lire et décider ({nombre})…</source>
        <translation>Read a&amp;nd decide ({nombre})…</translation>
    </message>
    <message>
        <source>&amp;Liste d’attente (L)</source>
        <translation>Waiting &amp;list (L)</translation>
    </message>
    <message>
        <source>&amp;MRC</source>
        <translation>&amp;MRC</translation>
    </message>
    <message>
        <source>&amp;Marche à suivre avec code QR (PDF)…</source>
        <translation>&amp;Instructions with QR code (PDF)…</translation>
    </message>
    <message>
        <source>&amp;Marche à suivre à imprimer (PDF)…</source>
        <translation>&amp;Instructions to print (PDF)…</translation>
    </message>
    <message>
        <source>&amp;Masquer les nombres plus petits que {seuil}</source>
        <translation>Mask &amp;numbers smaller than {seuil}</translation>
    </message>
    <message>
        <source>&amp;Milieu</source>
        <translation>&amp;Site</translation>
    </message>
    <message>
        <source>&amp;Milieux</source>
        <translation>S&amp;ites</translation>
    </message>
    <message>
        <source>&amp;Modèles…</source>
        <translation>&amp;Templates…</translation>
    </message>
    <message>
        <source>&amp;Mois</source>
        <translation>Mo&amp;nth</translation>
    </message>
    <message>
        <source>&amp;Montrer</source>
        <translation>Sh&amp;ow</translation>
    </message>
    <message>
        <source>&amp;Nom</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Nom affiché</source>
        <translation>Display &amp;name</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>&amp;Nouvelle : la région la prend</source>
        <translation>&amp;New: the region takes it</translation>
    </message>
    <message>
        <source>&amp;Nouvelle intervention</source>
        <translation>&amp;New intervention</translation>
    </message>
    <message>
        <source>&amp;Obtenu (O)</source>
        <translation>&amp;Obtained (O)</translation>
    </message>
    <message>
        <source>&amp;Organisme propriétaire</source>
        <translation>&amp;Owner organization</translation>
    </message>
    <message>
        <source>&amp;Organismes</source>
        <translation>&amp;Organizations</translation>
    </message>
    <message>
        <source>&amp;Ouvrir dans le journal</source>
        <translation>&amp;Open in the journal</translation>
    </message>
    <message>
        <source>&amp;Ouvrir le dossier</source>
        <translation>&amp;Open the folder</translation>
    </message>
    <message>
        <source>&amp;Ouvrir le fichier</source>
        <translation>&amp;Open the file</translation>
    </message>
    <message>
        <source>&amp;Ouvrir le journal</source>
        <translation>&amp;Open the journal</translation>
    </message>
    <message>
        <source>&amp;Où en est-il</source>
        <translation>Stat&amp;us</translation>
    </message>
    <message>
        <source>&amp;Personnes</source>
        <translation>&amp;People</translation>
    </message>
    <message>
        <source>&amp;Phrase de passe</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>&amp;Phrase de passe de ce dossier</source>
        <translation>&amp;Passphrase of this folder</translation>
    </message>
    <message>
        <source>&amp;Premier jour</source>
        <translation>&amp;First day</translation>
    </message>
    <message>
        <source>&amp;Prendre un accusé…</source>
        <translation>&amp;Take an acknowledgement…</translation>
    </message>
    <message>
        <source>&amp;Prendre une édition…</source>
        <translation>Ta&amp;ke an edition…</translation>
    </message>
    <message>
        <source>&amp;Précédent</source>
        <translation>&amp;Back</translation>
    </message>
    <message>
        <source>&amp;Publier une édition…</source>
        <translation>Pu&amp;blish an edition…</translation>
    </message>
    <message>
        <source>&amp;Période</source>
        <translation>Perio&amp;d</translation>
    </message>
    <message>
        <source>&amp;Quitter</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Quoi envoyer</source>
        <translation>&amp;What to send</translation>
    </message>
    <message>
        <source>&amp;Raison</source>
        <translation>Re&amp;ason</translation>
    </message>
    <message>
        <source>&amp;Rechercher</source>
        <translation>&amp;Search</translation>
    </message>
    <message>
        <source>&amp;Rechercher dans le journal</source>
        <translation>&amp;Search the journal</translation>
    </message>
    <message>
        <source>&amp;Refaire le calcul</source>
        <translation>&amp;Compute again</translation>
    </message>
    <message>
        <source>&amp;Refaire le dossier…</source>
        <translation>Rebuild the &amp;folder…</translation>
    </message>
    <message>
        <source>&amp;Refusée (R)</source>
        <translation>&amp;Refused (R)</translation>
    </message>
    <message>
        <source>&amp;Regarder {nombre}…</source>
        <translation>&amp;Look at {nombre}…</translation>
    </message>
    <message>
        <source>&amp;Renommer le modèle choisi</source>
        <translation>&amp;Rename the chosen template</translation>
    </message>
    <message>
        <source>&amp;Restaurer une copie…</source>
        <translation>Restore &amp;a copy…</translation>
    </message>
    <message>
        <source>&amp;Retenir sur cet ordinateur</source>
        <translation>&amp;Remember on this computer</translation>
    </message>
    <message>
        <source>&amp;Retour</source>
        <translation>B&amp;ack</translation>
    </message>
    <message>
        <source>&amp;Réessayer</source>
        <translation>&amp;Try again</translation>
    </message>
    <message>
        <source>&amp;Réessayer les fichiers en attente</source>
        <translation>&amp;Retry the waiting files</translation>
    </message>
    <message>
        <source>&amp;Réessayer les fichiers en attente ({nombre})</source>
        <translation>&amp;Retry the waiting files ({nombre})</translation>
    </message>
    <message>
        <source>&amp;Références</source>
        <translation>Re&amp;ferrals</translation>
    </message>
    <message>
        <source>&amp;Réécrire le lot choisi…</source>
        <translation>&amp;Rewrite the chosen lot…</translation>
    </message>
    <message>
        <source>&amp;Rôle</source>
        <translation>&amp;Role</translation>
    </message>
    <message>
        <source>&amp;Sans suite (S)</source>
        <translation>No re&amp;sult (S)</translation>
    </message>
    <message>
        <source>&amp;Sauvegarder une copie…</source>
        <translation>&amp;Back up a copy…</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>&amp;Services partenaires</source>
        <translation>&amp;Partner services</translation>
    </message>
    <message>
        <source>&amp;Souligner les mots douteux dans les notes</source>
        <translation>Underline doubtful &amp;words in notes</translation>
    </message>
    <message>
        <source>&amp;Suivant</source>
        <translation>&amp;Next</translation>
    </message>
    <message>
        <source>&amp;Série</source>
        <translation>&amp;Series</translation>
    </message>
    <message>
        <source>&amp;Tableau</source>
        <translation>&amp;Table</translation>
    </message>
    <message>
        <source>&amp;Tenure</source>
        <translation>&amp;Tenure</translation>
    </message>
    <message>
        <source>&amp;Terminer</source>
        <translation>&amp;Finish</translation>
    </message>
    <message>
        <source>&amp;Titre</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>&amp;Tout effacer</source>
        <translation>&amp;Clear all</translation>
    </message>
    <message>
        <source>&amp;Trier</source>
        <translation>Sor&amp;t</translation>
    </message>
    <message>
        <source>&amp;Verrouiller</source>
        <translation>Loc&amp;k</translation>
    </message>
    <message>
        <source>&amp;Voir</source>
        <translation>Vie&amp;w</translation>
    </message>
    <message>
        <source>&amp;Voir les interventions</source>
        <translation>&amp;See the interventions</translation>
    </message>
    <message>
        <source>&amp;Voir les journaux et les lots</source>
        <translation>See the journals and the &amp;lots</translation>
    </message>
    <message>
        <source>&amp;Voir les lignes, une à une…</source>
        <translation>&amp;See the lines, one by one…</translation>
    </message>
    <message>
        <source>&amp;Volet</source>
        <translation>Co&amp;mponent</translation>
    </message>
    <message>
        <source>&amp;Volet</source>
        <comment>navigation</comment>
        <translation>Navigation &amp;pane</translation>
    </message>
    <message>
        <source>&amp;Volet Milieu dans les bases</source>
        <translation>&amp;Milieu component in the bases</translation>
    </message>
    <message>
        <source>&amp;Vérifier un code…</source>
        <translation>Check a c&amp;ode…</translation>
    </message>
    <message>
        <source>&amp;à la révision</source>
        <translation>&amp;to revision</translation>
    </message>
    <message>
        <source>* obligatoire</source>
        <translation>* required</translation>
    </message>
    <message>
        <source>, clos</source>
        <translation>, closed</translation>
    </message>
    <message>
        <source>, depuis le {jour}</source>
        <translation>, since {jour}</translation>
    </message>
    <message>
        <source>, d’aujourd’hui</source>
        <translation>, as of today</translation>
    </message>
    <message>
        <source>, figée</source>
        <translation>, frozen</translation>
    </message>
    <message>
        <source>, relance le {date_relance}</source>
        <translation>, reminder on {date_relance}</translation>
    </message>
    <message>
        <source>, {deja_la} déjà là</source>
        <translation>, {deja_la} already here</translation>
    </message>
    <message>
        <source>, à vérifier</source>
        <translation>, to be checked</translation>
    </message>
    <message>
        <source>0 à 100 %</source>
        <translation>0 to 100%</translation>
    </message>
    <message>
        <source>1. Donnez ce fichier à une seule personne, par courriel ou sur une clé USB.</source>
        <translation>1. Give this file to one person only, by e-mail or on a USB key.</translation>
    </message>
    <message>
        <source>1. Prendre l’invitation</source>
        <translation>1. Take the invitation</translation>
    </message>
    <message>
        <source>1er</source>
        <translation>1st</translation>
    </message>
    <message>
        <source>2. Quand elle téléphone, dictez-lui ces 30 chiffres, groupe par groupe : elle les tape.</source>
        <translation>2. When they telephone, dictate these 30 digits to them, group by group: they type them.</translation>
    </message>
    <message>
        <source>2. Vérifier la région au téléphone</source>
        <translation>2. Verify the region by telephone</translation>
    </message>
    <message>
        <source>2e</source>
        <translation>2nd</translation>
    </message>
    <message>
        <source>3. Elle vous remet un fichier « demande » et vous dicte les siens : revenez à la liste.</source>
        <translation>3. They give you a “request” file and dictate their own digits to you: come back to the list.</translation>
    </message>
    <message>
        <source>3. Vous faire reconnaître</source>
        <translation>3. Have yourself recognized</translation>
    </message>
    <message>
        <source>3e</source>
        <translation>3rd</translation>
    </message>
    <message>
        <source>4e</source>
        <translation>4th</translation>
    </message>
    <message>
        <source>A&amp;nnuler</source>
        <translation>C&amp;ancel</translation>
    </message>
    <message>
        <source>A&amp;xe ou objectif du plan d’action</source>
        <translation>A&amp;xis or objective of the action plan</translation>
    </message>
    <message>
        <source>Activité</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Activités collectives</source>
        <translation>Collective activities</translation>
    </message>
    <message>
        <source>Activités hors projet</source>
        <translation>Activities outside any project</translation>
    </message>
    <message>
        <source>Aff&amp;ichage</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>Affichage</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>Aid&amp;e</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Aide et &amp;raccourcis de cet écran</source>
        <translation>He&amp;lp and shortcuts of this screen</translation>
    </message>
    <message>
        <source>Ajou&amp;ter un filtre</source>
        <translation>&amp;Add a filter</translation>
    </message>
    <message>
        <source>Ajouter ce milieu</source>
        <translation>Add this site</translation>
    </message>
    <message>
        <source>Ajouter un &amp;comité… (Alt+C)</source>
        <translation>Add a &amp;committee… (Alt+C)</translation>
    </message>
    <message>
        <source>Ajouter un comité</source>
        <translation>Add a committee</translation>
    </message>
    <message>
        <source>Ajouter un projet</source>
        <translation>Add a project</translation>
    </message>
    <message>
        <source>Ajouter une fiche</source>
        <translation>Add a record</translation>
    </message>
    <message>
        <source>Ajouter « {mot} » à mon dictionnaire</source>
        <translation>Add “{mot}” to my dictionary</translation>
    </message>
    <message>
        <source>Ajoutez d’abord au répertoire celui qui le remplace.</source>
        <translation>First add to the directory the one that replaces it.</translation>
    </message>
    <message>
        <source>Ajoutez d’abord ce qui manque.</source>
        <translation>First add what is missing.</translation>
    </message>
    <message>
        <source>Ajoutez d’abord le nouveau milieu, ou choisissez-en un autre.</source>
        <translation>First add the new site, or choose another one.</translation>
    </message>
    <message>
        <source>Ajoutez d’abord une phrase de passe ou un code de secours.</source>
        <translation>First add a passphrase or a recovery code.</translation>
    </message>
    <message>
        <source>Ajoutez-la, ou donnez son autre nom avec --correspondance.</source>
        <translation>Add it, or give its other name with --correspondance.</translation>
    </message>
    <message>
        <source>Alt+Bas</source>
        <translation>Alt+Down</translation>
    </message>
    <message>
        <source>Alt+F7 sur un mot souligné : des propositions. Rien ne quitte cet ordinateur.</source>
        <translation>Alt+F7 on an underlined word: suggestions. Nothing leaves this computer.</translation>
    </message>
    <message>
        <source>Alt+O, Alt+M, Alt+S</source>
        <translation>Alt+O, Alt+I, Alt+P</translation>
    </message>
    <message>
        <source>Annulation</source>
        <translation>Cancellation</translation>
    </message>
    <message>
        <source>Annulation en cours</source>
        <translation>Cancelling</translation>
    </message>
    <message>
        <source>Annulation en cours…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Annuler</source>
        <comment>ce qui vient d’être fait</comment>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Annuler : {libelle}</source>
        <translation>Cancel: {libelle}</translation>
    </message>
    <message>
        <source>Annuler l’intervention</source>
        <translation>Cancel the intervention</translation>
    </message>
    <message>
        <source>Annuler… (Suppr)</source>
        <translation>Cancel… (Del)</translation>
    </message>
    <message>
        <source>Annulée</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Annulée (corbeille)</source>
        <translation>Cancelled (bin)</translation>
    </message>
    <message>
        <source>Appliquer</source>
        <translation>Apply</translation>
    </message>
    <message>
        <source>Appliquer (Entrée)</source>
        <translation>Apply (Enter)</translation>
    </message>
    <message>
        <source>Appuyez sur une touche pour rester. Ce que vous tapez est gardé.</source>
        <translation>Press any key to stay. What you are typing is kept.</translation>
    </message>
    <message>
        <source>Arrêter cette opération (Échap)</source>
        <translation>Stop this operation (Esc)</translation>
    </message>
    <message>
        <source>Arrêté. Ce qui était commencé dans le dossier choisi peut être effacé.</source>
        <translation>Stopped. What was begun in the chosen folder can be deleted.</translation>
    </message>
    <message>
        <source>Attendez la fin de la copie, puis recommencez.</source>
        <translation>Wait for the copy to end, then try again.</translation>
    </message>
    <message>
        <source>Attendez la fin de l’importation en cours</source>
        <translation>Wait for the import in progress to end</translation>
    </message>
    <message>
        <source>Attendez un instant, puis recommencez.</source>
        <translation>Wait a moment, then try again.</translation>
    </message>
    <message>
        <source>Attendez un mois de plus, ou publiez une période plus longue.</source>
        <translation>Wait one more month, or publish a longer period.</translation>
    </message>
    <message>
        <source>Attention : d’autres comptes voient le contenu du dossier (chmod 700 le ferme).</source>
        <translation>Beware: other accounts see the content of the folder (chmod 700 closes it).</translation>
    </message>
    <message>
        <source>Attention : il n’y a encore aucune sauvegarde dans le dossier.</source>
        <translation>Beware: there is no backup in the folder yet.</translation>
    </message>
    <message>
        <source>Au</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Au moins {minimum} caractères, espaces compris.</source>
        <translation>At least {minimum} characters, spaces included.</translation>
    </message>
    <message>
        <source>Au prochain démarrage. Le vocabulaire, les chiffres publiés et les documents restent en français.</source>
        <translation>At the next start. The vocabulary, the published figures and the documents stay in French.</translation>
    </message>
    <message>
        <source>Aucun</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Aucun champ ne diffère</source>
        <translation>No field differs</translation>
    </message>
    <message>
        <source>Aucun choix ne correspond.</source>
        <translation>No choice matches.</translation>
    </message>
    <message>
        <source>Aucun doublon possible : aucun nom ne revient deux fois.</source>
        <translation>No possible duplicate: no name comes up twice.</translation>
    </message>
    <message>
        <source>Aucun journal inscrit ne correspond.</source>
        <translation>No registered journal matches.</translation>
    </message>
    <message>
        <source>Aucun journal ne correspond à ce que vous demandez.</source>
        <translation>No journal matches what you ask for.</translation>
    </message>
    <message>
        <source>Aucun journal n’est encore inscrit dans votre région.</source>
        <translation>No journal is registered in your region yet.</translation>
    </message>
    <message>
        <source>Aucun journal n’est inscrit : il n’y a rien à accuser.</source>
        <translation>No journal is registered: there is nothing to acknowledge.</translation>
    </message>
    <message>
        <source>Aucun journal n’est inscrit. Commencez par une invitation : un petit fichier pour une personne, que vous confirmez au téléphone.</source>
        <translation>No journal is registered. Begin with an invitation: a small file for one person, that you confirm by telephone.</translation>
    </message>
    <message>
        <source>Aucun lot de ce journal ne comptera plus, même ceux qui n’arriveront que demain.</source>
        <translation>No lot of this journal will count any more, even those that only arrive tomorrow.</translation>
    </message>
    <message>
        <source>Aucun lot ne sort de cette copie avant que vous ayez dit laquelle est votre journal.</source>
        <translation>No lot leaves this copy until you have said which one is your journal.</translation>
    </message>
    <message>
        <source>Aucun lot n’a encore été fait.</source>
        <translation>No lot has been made yet.</translation>
    </message>
    <message>
        <source>Aucun milieu : un immeuble ou un ensemble d’immeubles.</source>
        <translation>No site: a building or a group of buildings.</translation>
    </message>
    <message>
        <source>Aucun milieu ne passe à « {nouveau} ».</source>
        <translation>No site moves to “{nouveau}”.</translation>
    </message>
    <message>
        <source>Aucun modèle encore.</source>
        <translation>No template yet.</translation>
    </message>
    <message>
        <source>Aucun organisme : un office, un OBNL ou une coopérative d’habitation.</source>
        <translation>No organization: a housing office, an OBNL or a housing cooperative.</translation>
    </message>
    <message>
        <source>Aucun programme de cet ordinateur n’ouvre les PDF.</source>
        <translation>No program on this computer opens PDF files.</translation>
    </message>
    <message>
        <source>Aucun projet ni comité : ce qui se fait en plusieurs séances.</source>
        <translation>No project or committee: what is done over several sessions.</translation>
    </message>
    <message>
        <source>Aucun projet ni comité ne répond.</source>
        <translation>No project or committee matches.</translation>
    </message>
    <message>
        <source>Aucun service partenaire : un service où l’on oriente, jamais quelqu’un.</source>
        <translation>No partner service: a service to which people are referred, never a person.</translation>
    </message>
    <message>
        <source>Aucun suivi d’ici une semaine.</source>
        <translation>No follow-up within a week.</translation>
    </message>
    <message>
        <source>Aucune</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Aucune : la personne doit la corriger</source>
        <translation>None: the person must correct it</translation>
    </message>
    <message>
        <source>Aucune copie pour l’instant.</source>
        <translation>No copy yet.</translation>
    </message>
    <message>
        <source>Aucune fiche de cette liste ne répond.</source>
        <translation>No record of this list matches.</translation>
    </message>
    <message>
        <source>Aucune fiche du répertoire ne porte cet identifiant.</source>
        <translation>No directory record has this identifier.</translation>
    </message>
    <message>
        <source>Aucune fiche n’est changée.</source>
        <translation>No record is changed.</translation>
    </message>
    <message>
        <source>Aucune intervention</source>
        <translation>No intervention</translation>
    </message>
    <message>
        <source>Aucune intervention ne correspond à ces filtres.</source>
        <translation>No intervention matches these filters.</translation>
    </message>
    <message>
        <source>Aucune intervention ne le nomme encore.</source>
        <translation>No intervention names it yet.</translation>
    </message>
    <message>
        <source>Aucune intervention ne répond à ces critères : rien n’a été exporté.</source>
        <translation>No intervention matches these criteria: nothing was exported.</translation>
    </message>
    <message>
        <source>Aucune intervention n’a bougé.</source>
        <translation>No intervention has moved.</translation>
    </message>
    <message>
        <source>Aucune page n’a été altérée.</source>
        <translation>No page was altered.</translation>
    </message>
    <message>
        <source>Aucune proposition</source>
        <translation>No suggestion</translation>
    </message>
    <message>
        <source>Aucune proposition ne porte cet identifiant.</source>
        <translation>No proposal has this identifier.</translation>
    </message>
    <message>
        <source>Aucune proposition n’attend. Publiez une édition pour faire savoir vos décisions.</source>
        <translation>No proposal is waiting. Publish an edition to make your decisions known.</translation>
    </message>
    <message>
        <source>Aucune référence n’attend de suite.</source>
        <translation>No referral is waiting for an outcome.</translation>
    </message>
    <message>
        <source>Aucune référence n’est restée sans réponse pendant cette période.</source>
        <translation>No referral was left without an answer during this period.</translation>
    </message>
    <message>
        <source>Aucune édition de la région, {locales}</source>
        <translation>No edition from the region, {locales}</translation>
    </message>
    <message>
        <source>Aucune – deux au plus</source>
        <translation>None – two at most</translation>
    </message>
    <message>
        <source>Aucune – tapez pour ajouter</source>
        <translation>None – type to add one</translation>
    </message>
    <message>
        <source>Aucune – trois au plus</source>
        <translation>None – three at most</translation>
    </message>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Aujourd’hui, la version A compte : {poids}.</source>
        <translation>Today, version A counts: {poids}.</translation>
    </message>
    <message>
        <source>Auprès de</source>
        <translation>With whom</translation>
    </message>
    <message>
        <source>Aussi</source>
        <translation>Also</translation>
    </message>
    <message>
        <source>Aussi : Ctrl++, Ctrl+- et Ctrl+0.</source>
        <translation>Also: Ctrl++, Ctrl+- and Ctrl+0.</translation>
    </message>
    <message>
        <source>Autre &amp;référence</source>
        <translation>Another re&amp;ferral</translation>
    </message>
    <message>
        <source>Autre raison…</source>
        <translation>Another reason…</translation>
    </message>
    <message>
        <source>Autre édition du Cadre</source>
        <translation>Another edition of the Cadre</translation>
    </message>
    <message>
        <source>Autrement</source>
        <translation>Otherwise</translation>
    </message>
    <message>
        <source>Autres activités</source>
        <translation>Other activities</translation>
    </message>
    <message>
        <source>Autres clientèles</source>
        <translation>Other clienteles</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Avant, {periode}</source>
        <translation>Before, {periode}</translation>
    </message>
    <message>
        <source>Avec la version {lettre}, ce serait : {poids}.</source>
        <translation>With version {lettre}, it would be: {poids}.</translation>
    </message>
    <message>
        <source>Avec un doute</source>
        <translation>With a doubt</translation>
    </message>
    <message>
        <source>Avez-vous bien le code ?</source>
        <translation>Do you really have the code?</translation>
    </message>
    <message>
        <source>Axe ou objectif</source>
        <translation>Axis or objective</translation>
    </message>
    <message>
        <source>Bas, depuis la recherche</source>
        <translation>Down, from the search</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>Besoins sans réponse</source>
        <translation>Unmet needs</translation>
    </message>
    <message>
        <source>Bienvenue</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Bienvenue. Qui êtes-vous ?</source>
        <translation>Welcome. Who are you?</translation>
    </message>
    <message>
        <source>Bilan</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>Bilan en &amp;XLSX…</source>
        <translation>Report as &amp;XLSX…</translation>
    </message>
    <message>
        <source>Bilan en C&amp;SV…</source>
        <translation>&amp;Report as CSV…</translation>
    </message>
    <message>
        <source>Branchez la clé USB ou le dossier partagé, ou choisissez un autre dossier.</source>
        <translation>Plug in the USB key or the shared folder, or choose another folder.</translation>
    </message>
    <message>
        <source>Brouillon</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Brouillon jeté</source>
        <translation>Draft discarded</translation>
    </message>
    <message>
        <source>Brouillon mis de côté</source>
        <translation>Draft put aside</translation>
    </message>
    <message>
        <source>Brouillons</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Brouillons ({nombre})</source>
        <translation>Drafts ({nombre})</translation>
    </message>
    <message>
        <source>C&amp;hangement daté…</source>
        <translation>Dated chan&amp;ge…</translation>
    </message>
    <message>
        <source>C&amp;hiffres dictés par l’intervenant</source>
        <translation>&amp;Digits dictated by the worker</translation>
    </message>
    <message>
        <source>C&amp;hiffres dictés par votre coordonnateur</source>
        <translation>&amp;Digits dictated by your coordinator</translation>
    </message>
    <message>
        <source>C&amp;ontraste élevé</source>
        <translation>&amp;High contrast</translation>
    </message>
    <message>
        <source>C&apos;est une part de « {libelle} », pas une ligne de plus.</source>
        <translation>It is a share of “{libelle}”, not one more line.</translation>
    </message>
    <message>
        <source>Calcul des chiffres</source>
        <translation>Computing the figures</translation>
    </message>
    <message>
        <source>Calcul des chiffres…</source>
        <translation>Computing the figures…</translation>
    </message>
    <message>
        <source>Calcul des totaux…</source>
        <translation>Computing the totals…</translation>
    </message>
    <message>
        <source>Calendrier</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Caté&amp;gorie</source>
        <translation>Cate&amp;gory</translation>
    </message>
    <message>
        <source>Catégorie</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Catégorie d’imme&amp;uble</source>
        <translation>Building &amp;category</translation>
    </message>
    <message>
        <source>Ce changement n’est pas signé par les clés actuelles du journal.</source>
        <translation>This change is not signed by the current keys of the journal.</translation>
    </message>
    <message>
        <source>Ce changement prend effet avant celui qui le précède.</source>
        <translation>This change takes effect before the one that precedes it.</translation>
    </message>
    <message>
        <source>Ce code de secours n’est pas celui de ce dossier.</source>
        <translation>This recovery code is not the one of this folder.</translation>
    </message>
    <message>
        <source>Ce code ouvre votre journal si vous oubliez votre phrase de passe. Il vous fera choisir une nouvelle phrase.</source>
        <translation>This code opens your journal if you forget your passphrase. It will have you choose a new one.</translation>
    </message>
    <message>
        <source>Ce compte n’a pas les droits qu’il faut dans cette base.</source>
        <translation>This account does not have the rights it needs in this database.</translation>
    </message>
    <message>
        <source>Ce disque ne permet pas de réserver le dossier : c’est souvent un dossier réseau.</source>
        <translation>This disk does not allow the folder to be reserved: it is often a network folder.</translation>
    </message>
    <message>
        <source>Ce document ajoute trop peu à ceux qui sont déjà publiés dans cette série : la différence des totaux montrerait un petit nombre.</source>
        <translation>This document adds too little to those already published in this series: the difference of the totals would show a small number.</translation>
    </message>
    <message>
        <source>Ce dossier contient déjà un journal protégé.</source>
        <translation>This folder already holds a protected journal.</translation>
    </message>
    <message>
        <source>Ce dossier contient déjà un journal.</source>
        <translation>This folder already holds a journal.</translation>
    </message>
    <message>
        <source>Ce dossier est celui d’un journal : il ne reçoit pas de lots.</source>
        <translation>This folder is that of a journal: it does not receive lots.</translation>
    </message>
    <message>
        <source>Ce dossier est déjà ouvert dans une autre fenêtre de Journal SCLS.</source>
        <translation>This folder is already open in another window of Journal SCLS.</translation>
    </message>
    <message>
        <source>Ce dossier n’a pas de propriétaire : sa création n’est pas terminée.</source>
        <translation>This folder has no owner: its creation is not finished.</translation>
    </message>
    <message>
        <source>Ce dossier n’a pas la clé qui ouvre cet envoi.</source>
        <translation>This folder does not have the key that opens this file.</translation>
    </message>
    <message>
        <source>Ce dossier tient sa base dans un fichier, et non sur un serveur : rien n’a été ouvert.</source>
        <translation>This folder keeps its database in a file, and not on a server: nothing was opened.</translation>
    </message>
    <message>
        <source>Ce dossier vient d’une version plus récente de Journal SCLS.</source>
        <translation>This folder comes from a newer version of Journal SCLS.</translation>
    </message>
    <message>
        <source>Ce fichier chiffré n’est pas un journal de cette application.</source>
        <translation>This encrypted file is not a journal of this application.</translation>
    </message>
    <message>
        <source>Ce fichier concerne un autre journal.</source>
        <translation>This file concerns another journal.</translation>
    </message>
    <message>
        <source>Ce fichier concerne une autre région.</source>
        <translation>This file concerns another region.</translation>
    </message>
    <message>
        <source>Ce fichier dépasse la taille permise pour un envoi.</source>
        <translation>This file exceeds the size allowed for a lot.</translation>
    </message>
    <message>
        <source>Ce fichier dépasse la taille permise pour un répertoire.</source>
        <translation>This file exceeds the size allowed for a directory.</translation>
    </message>
    <message>
        <source>Ce fichier est encore en cours de copie.</source>
        <translation>This file is still being copied.</translation>
    </message>
    <message>
        <source>Ce fichier ne peut pas être lu.</source>
        <translation>This file cannot be read.</translation>
    </message>
    <message>
        <source>Ce fichier n’a pas été écrit par ce journal, ou il a été abîmé depuis.</source>
        <translation>This file was not written by this journal, or it was damaged since.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas adressé à ce dossier.</source>
        <translation>This file is not addressed to this folder.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas signé par la région de ce journal. Rien n’a été retenu.</source>
        <translation>This file is not signed by the region of this journal. Nothing was kept.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas un envoi du Journal SCLS.</source>
        <translation>This file is not a lot of Journal SCLS.</translation>
    </message>
    <message>
        <source>Ce fichier n’est pas une édition du répertoire.</source>
        <translation>This file is not an edition of the directory.</translation>
    </message>
    <message>
        <source>Ce fichier vient d’une version plus récente.</source>
        <translation>This file comes from a newer version.</translation>
    </message>
    <message>
        <source>Ce jour-là</source>
        <translation>That day</translation>
    </message>
    <message>
        <source>Ce journal</source>
        <translation>This journal</translation>
    </message>
    <message>
        <source>Ce journal a déjà rejoint sa région.</source>
        <translation>This journal has already joined its region.</translation>
    </message>
    <message>
        <source>Ce journal a trop d’écritures pour un seul lot : rien n’a été exporté.</source>
        <translation>This journal has too many entries for a single lot: nothing was exported.</translation>
    </message>
    <message>
        <source>Ce journal a été révoqué : il ne peut plus changer de clés.</source>
        <translation>This journal was revoked: it can no longer change its keys.</translation>
    </message>
    <message>
        <source>Ce journal appartient déjà à une autre région.</source>
        <translation>This journal already belongs to another region.</translation>
    </message>
    <message>
        <source>Ce journal est déjà inscrit avec d’autres clés.</source>
        <translation>This journal is already registered with other keys.</translation>
    </message>
    <message>
        <source>Ce journal est rattaché à « {nom} ».</source>
        <translation>This journal is attached to “{nom}”.</translation>
    </message>
    <message>
        <source>Ce journal n’a fait aucune demande.</source>
        <translation>This journal has made no request.</translation>
    </message>
    <message>
        <source>Ce journal n’a jamais changé de clés : il n’y a rien à refaire.</source>
        <translation>This journal has never changed its keys: there is nothing to make again.</translation>
    </message>
    <message>
        <source>Ce journal n’est pas encore inscrit auprès d’une coordination.</source>
        <translation>This journal is not yet registered with a coordination.</translation>
    </message>
    <message>
        <source>Ce journal n’est rattaché à aucune région : rien n’en sort.</source>
        <translation>This journal is not attached to any region: nothing leaves it.</translation>
    </message>
    <message>
        <source>Ce journal n’indique pas sa version : rien n’a été changé.</source>
        <translation>This journal does not tell its version: nothing was changed.</translation>
    </message>
    <message>
        <source>Ce journal vient d’une version plus récente de l’application : rien n’a été changé.</source>
        <translation>This journal comes from a newer version of the application: nothing was changed.</translation>
    </message>
    <message>
        <source>Ce mois-ci</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Ce ne sont pas les chiffres de cette invitation. Faites-vous-les dicter encore; s’ils diffèrent toujours, arrêtez-vous et dites-le à votre coordonnateur.</source>
        <translation>These are not the digits of this invitation. Have them dictated to you again; if they still differ, stop and tell your coordinator.</translation>
    </message>
    <message>
        <source>Ce n’est pas la même phrase : retapez-la.</source>
        <translation>It is not the same passphrase: type it again.</translation>
    </message>
    <message>
        <source>Ce n’est pas le fichier attendu à cette étape.</source>
        <translation>This is not the file expected at this step.</translation>
    </message>
    <message>
        <source>Ce n’est pas le groupe {rang} du code.</source>
        <translation>That is not group {rang} of the code.</translation>
    </message>
    <message>
        <source>Ce n’est pas l’adresse d’une base PostgreSQL.</source>
        <translation>This is not the address of a PostgreSQL database.</translation>
    </message>
    <message>
        <source>Ce n’est pas un code de vérification.</source>
        <translation>This is not a verification code.</translation>
    </message>
    <message>
        <source>Ce n’est pas un fichier ordinaire.</source>
        <translation>This is not an ordinary file.</translation>
    </message>
    <message>
        <source>Ce que disent les interventions</source>
        <translation>What the interventions say</translation>
    </message>
    <message>
        <source>Ce que le journal contient depuis cette sauvegarde n’y sera plus. S’il y a un journal en place, il est gardé à côté : rien n’est effacé.</source>
        <translation>What the journal has held since this backup will no longer be in it. If a journal is in place, it is kept beside it: nothing is erased.</translation>
    </message>
    <message>
        <source>Ce que vous choisissez ici vaut aussitôt.</source>
        <translation>What you choose here applies at once.</translation>
    </message>
    <message>
        <source>Ce que vous faites maintenant</source>
        <translation>What you do now</translation>
    </message>
    <message>
        <source>Ce qui a changé</source>
        <translation>What has changed</translation>
    </message>
    <message>
        <source>Ce qui a changé (comme d’habitude)</source>
        <translation>What has changed (as usual)</translation>
    </message>
    <message>
        <source>Ce qui a changé, et déclarer une période finie</source>
        <translation>What has changed, and declare a period finished</translation>
    </message>
    <message>
        <source>Ce qui a été reçu ne peut être ni changé ni effacé.</source>
        <translation>What was received can be neither changed nor erased.</translation>
    </message>
    <message>
        <source>Ce qui est compté</source>
        <translation>What is counted</translation>
    </message>
    <message>
        <source>Ce qui est compté : {compte}. Base : {base}.</source>
        <translation>What is counted: {compte}. Base: {base}.</translation>
    </message>
    <message>
        <source>Ce qui part</source>
        <translation>What leaves</translation>
    </message>
    <message>
        <source>Ce qui part : des codes, des nombres, et le nom de l’organisme ou d’un grand immeuble. Ne partent jamais : les notes, les codes de personnes, les suivis, les adresses.</source>
        <translation>What leaves: codes, numbers, and the name of the organization or of a large building. Never leave: notes, codes of people, follow-ups, addresses.</translation>
    </message>
    <message>
        <source>Ce qui partira, ligne par ligne</source>
        <translation>What will leave, line by line</translation>
    </message>
    <message>
        <source>Ce qui revient chaque semaine</source>
        <translation>What comes back every week</translation>
    </message>
    <message>
        <source>Ce qui sera corrigé ensuite deviendra une note, jamais un changement.</source>
        <translation>What is corrected afterwards will become a note, never a change.</translation>
    </message>
    <message>
        <source>Ce qui sortira, en mots</source>
        <translation>What will leave, in words</translation>
    </message>
    <message>
        <source>Ce qui sortira, ligne par ligne</source>
        <translation>What will leave, line by line</translation>
    </message>
    <message>
        <source>Ce qui s’est passé</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>Ce qui était dans {attente} y est encore, tant que rien ne dit qu’il est arrivé.</source>
        <translation>What was in {attente} is still in this one, until something says that it has arrived.</translation>
    </message>
    <message>
        <source>Ce qu’il tient de votre journal diffère du vôtre : exportez un lot complet.</source>
        <translation>What it holds of your journal differs from yours: export a complete lot.</translation>
    </message>
    <message>
        <source>Ce répertoire est bien signé, mais son contenu n’est pas valable. Rien n’a changé.</source>
        <translation>This directory is properly signed, but its content is not valid. Nothing has changed.</translation>
    </message>
    <message>
        <source>Ce répertoire est celui d’une autre région.</source>
        <translation>This directory is that of another region.</translation>
    </message>
    <message>
        <source>Ce répertoire n’est pas signé par la région de ce journal. Rien n’a changé.</source>
        <translation>This directory is not signed by the region of this journal. Nothing has changed.</translation>
    </message>
    <message>
        <source>Ce répertoire vient d’une version plus récente.</source>
        <translation>This directory comes from a newer version.</translation>
    </message>
    <message>
        <source>Ce sont les bons chiffres</source>
        <translation>These are the right digits</translation>
    </message>
    <message>
        <source>Ce à quoi ce journal servira.</source>
        <translation>What this journal will be used for.</translation>
    </message>
    <message>
        <source>Ceci corrige la fiche. Si l’immeuble a changé de main, revenez à la liste et choisissez « Changement daté… » : son passé restera vrai.</source>
        <translation>This corrects the record. If the building has changed hands, go back to the list and choose “Dated change…”: its past will stay true.</translation>
    </message>
    <message>
        <source>Cela peut nommer quelqu’un : {liste}{suite}.</source>
        <translation>This may name someone: {liste}{suite}.</translation>
    </message>
    <message>
        <source>Ces chiffres ne sont pas ceux de cette demande; rien n’est retenu. Faites-vous-les dicter encore. S’ils diffèrent toujours, n’acceptez pas ce fichier.</source>
        <translation>These digits are not those of this request; nothing is kept. Have them dictated to you again. If they still differ, do not accept this file.</translation>
    </message>
    <message>
        <source>Ces chiffres reposent sur {phrase}.</source>
        <translation>These figures rest on {phrase}.</translation>
    </message>
    <message>
        <source>Ces clés de {code} étaient déjà prises : rien n’a changé.</source>
        <translation>These keys of {code} were already taken: nothing has changed.</translation>
    </message>
    <message>
        <source>Ces deux fiches ne sont pas du même genre.</source>
        <translation>These two records are not of the same kind.</translation>
    </message>
    <message>
        <source>Ces deux périodes se chevauchent : mises côte à côte, elles pourraient trahir un petit nombre.</source>
        <translation>These two periods overlap: side by side, they could give a small number away.</translation>
    </message>
    <message>
        <source>Cet envoi est bien signé, mais son contenu n’est pas celui d’un lot. Rien n’a été importé.</source>
        <translation>This file is properly signed, but its content is not that of a lot. Nothing was imported.</translation>
    </message>
    <message>
        <source>Cet envoi est destiné à une autre région.</source>
        <translation>This file is meant for another region.</translation>
    </message>
    <message>
        <source>Cet envoi porte le nom d’un journal et la signature d’un autre. Rien n’a été importé.</source>
        <translation>This file bears the name of one journal and the signature of another. Nothing was imported.</translation>
    </message>
    <message>
        <source>Cet envoi vient d’une version plus récente. Il est mis de côté.</source>
        <translation>This file comes from a newer version. It is put aside.</translation>
    </message>
    <message>
        <source>Cet ordinateur n’a pas de trousseau sûr : la phrase de passe restera demandée.</source>
        <translation>This computer has no safe keyring: the passphrase will still be asked for.</translation>
    </message>
    <message>
        <source>Cette acceptation répond à une autre demande que la dernière de ce journal.</source>
        <translation>This acceptance answers another request than the last one of this journal.</translation>
    </message>
    <message>
        <source>Cette année</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Cette base contient déjà autre chose : rien n’y a été changé.</source>
        <translation>This database already holds something else: nothing was changed in it.</translation>
    </message>
    <message>
        <source>Cette base est celle d’une autre coordination : rien n’a été ouvert.</source>
        <translation>This database is that of another coordination: nothing was opened.</translation>
    </message>
    <message>
        <source>Cette base est vide : aucune coordination n’y a été créée à la place de la vôtre.</source>
        <translation>This database is empty: no coordination was created in it in the place of yours.</translation>
    </message>
    <message>
        <source>Cette base tient déjà une coordination : rien n’y a été changé.</source>
        <translation>This database already holds a coordination: nothing was changed in it.</translation>
    </message>
    <message>
        <source>Cette demande répond à une invitation que ce dossier n’a pas faite.</source>
        <translation>This request answers an invitation that this folder did not make.</translation>
    </message>
    <message>
        <source>Cette fiche est déjà fusionnée.</source>
        <translation>This record is already merged.</translation>
    </message>
    <message>
        <source>Cette fiche n’est pas fusionnée.</source>
        <translation>This record is not merged.</translation>
    </message>
    <message>
        <source>Cette fiche n’est pas un milieu.</source>
        <translation>This record is not a site.</translation>
    </message>
    <message>
        <source>Cette fiche n’est pas un organisme.</source>
        <translation>This record is not an organization.</translation>
    </message>
    <message>
        <source>Cette fiche vient du répertoire de la région.</source>
        <translation>This record comes from the directory of the region.</translation>
    </message>
    <message>
        <source>Cette fusion vient de la région.</source>
        <translation>This merge comes from the region.</translation>
    </message>
    <message>
        <source>Cette intervention a été modifiée entre-temps.</source>
        <translation>This intervention was changed in the meantime.</translation>
    </message>
    <message>
        <source>Cette intervention est annulée.</source>
        <translation>This intervention is cancelled.</translation>
    </message>
    <message>
        <source>Cette intervention est annulée. Rétablissez-la avant de la corriger.</source>
        <translation>This intervention is cancelled. Restore it before you correct it.</translation>
    </message>
    <message>
        <source>Cette intervention est déjà annulée.</source>
        <translation>This intervention is already cancelled.</translation>
    </message>
    <message>
        <source>Cette intervention n’est pas annulée.</source>
        <translation>This intervention is not cancelled.</translation>
    </message>
    <message>
        <source>Cette invitation a déjà servi à un autre journal.</source>
        <translation>This invitation was already used for another journal.</translation>
    </message>
    <message>
        <source>Cette référence a été modifiée entre-temps.</source>
        <translation>This referral was changed in the meantime.</translation>
    </message>
    <message>
        <source>Cette édition ne suit pas celle que ce dossier a déjà prise : il y en a deux suites.</source>
        <translation>This edition does not follow the one that this folder already took: there are two continuations of it.</translation>
    </message>
    <message>
        <source>Cette étape ne se fait pas dans ce genre de dossier.</source>
        <translation>This step is not done in this kind of folder.</translation>
    </message>
    <message>
        <source>Champ</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Changement daté</source>
        <translation>Dated change</translation>
    </message>
    <message>
        <source>Changement des clés</source>
        <translation>Changing the keys</translation>
    </message>
    <message>
        <source>Changer de jour</source>
        <translation>Change the day</translation>
    </message>
    <message>
        <source>Changer de liste</source>
        <translation>Change the list</translation>
    </message>
    <message>
        <source>Changer la &amp;phrase de passe…</source>
        <translation>&amp;Change the passphrase…</translation>
    </message>
    <message>
        <source>Changer la phrase de passe</source>
        <translation>Change the passphrase</translation>
    </message>
    <message>
        <source>Changer les &amp;clés…</source>
        <translation>Change the &amp;keys…</translation>
    </message>
    <message>
        <source>Changer les clés</source>
        <translation>Change the keys</translation>
    </message>
    <message>
        <source>Changer les clés de ce journal ?</source>
        <translation>Change the keys of this journal?</translation>
    </message>
    <message>
        <source>Chaque rôle compte au moins une personne.</source>
        <translation>Each role counts at least one person.</translation>
    </message>
    <message>
        <source>Chaque rôle du comité vient une fois, avec au moins une personne.</source>
        <translation>Each role of the committee comes once, with at least one person.</translation>
    </message>
    <message>
        <source>Cherchez la feuille imprimée la plus récente pour ce dossier.</source>
        <translation>Look for the most recent sheet printed for this folder.</translation>
    </message>
    <message>
        <source>Chiffre</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>Chiffres publiés et figés</source>
        <translation>Figures published and frozen</translation>
    </message>
    <message>
        <source>Chiffres à montrer</source>
        <translation>Figures to show</translation>
    </message>
    <message>
        <source>Choisir la demande</source>
        <translation>Choose the request</translation>
    </message>
    <message>
        <source>Choisir la sauvegarde à restaurer</source>
        <translation>Choose the backup to restore</translation>
    </message>
    <message>
        <source>Choisir le changement de clés</source>
        <translation>Choose the change of keys</translation>
    </message>
    <message>
        <source>Choisir le do&amp;ssier…</source>
        <translation>Choose the &amp;folder…</translation>
    </message>
    <message>
        <source>Choisir le dossier de dépôt</source>
        <translation>Choose the drop folder</translation>
    </message>
    <message>
        <source>Choisir le fichier…</source>
        <translation>Choose the file…</translation>
    </message>
    <message>
        <source>Choisir l’&amp;acceptation…</source>
        <translation>Choose the &amp;acceptance…</translation>
    </message>
    <message>
        <source>Choisir l’acceptation</source>
        <translation>Choose the acceptance</translation>
    </message>
    <message>
        <source>Choisir l’accusé</source>
        <translation>Choose the acknowledgement</translation>
    </message>
    <message>
        <source>Choisir l’in&amp;vitation…</source>
        <translation>&amp;Choose the invitation…</translation>
    </message>
    <message>
        <source>Choisir l’invitation</source>
        <translation>Choose the invitation</translation>
    </message>
    <message>
        <source>Choisir un dossier vide où refaire le dossier</source>
        <translation>Choose an empty folder where to rebuild the folder</translation>
    </message>
    <message>
        <source>Choisir…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choisissez des fichiers de lots, un dossier entier, ou déposez-les ici.</source>
        <translation>Choose lot files, a whole folder, or drop them here.</translation>
    </message>
    <message>
        <source>Choisissez deux dates, la première d’abord.</source>
        <translation>Choose two dates, the first one first.</translation>
    </message>
    <message>
        <source>Choisissez deux fiches différentes.</source>
        <translation>Choose two different records.</translation>
    </message>
    <message>
        <source>Choisissez deux fiches semblables.</source>
        <translation>Choose two similar records.</translation>
    </message>
    <message>
        <source>Choisissez d’abord ce que vous décidez, ci-dessus.</source>
        <translation>First choose what you decide, above.</translation>
    </message>
    <message>
        <source>Choisissez d’abord où, puis le service.</source>
        <translation>First choose where, then the service.</translation>
    </message>
    <message>
        <source>Choisissez la clientèle.</source>
        <translation>Choose the clientele.</translation>
    </message>
    <message>
        <source>Choisissez la fiche que la proposition répète.</source>
        <translation>Choose the record that the proposal repeats.</translation>
    </message>
    <message>
        <source>Choisissez la fiche.</source>
        <translation>Choose the record.</translation>
    </message>
    <message>
        <source>Choisissez la tenure.</source>
        <translation>Choose the tenure.</translation>
    </message>
    <message>
        <source>Choisissez le bon dossier, ou restaurez une sauvegarde.</source>
        <translation>Choose the right folder, or restore a backup.</translation>
    </message>
    <message>
        <source>Choisissez le fichier du journal.</source>
        <translation>Choose the file of the journal.</translation>
    </message>
    <message>
        <source>Choisissez le fichier lui-même, pas son raccourci.</source>
        <translation>Choose the file itself, not its shortcut.</translation>
    </message>
    <message>
        <source>Choisissez le journal enregistré en .xlsx ou en .csv.</source>
        <translation>Choose the journal saved as .xlsx or .csv.</translation>
    </message>
    <message>
        <source>Choisissez le milieu, ou «&#xa0;Sans milieu&#xa0;».</source>
        <translation>Choose the site, or “No site”.</translation>
    </message>
    <message>
        <source>Choisissez le service.</source>
        <translation>Choose the service.</translation>
    </message>
    <message>
        <source>Choisissez le type.</source>
        <translation>Choose the type.</translation>
    </message>
    <message>
        <source>Choisissez le volet.</source>
        <translation>Choose the component.</translation>
    </message>
    <message>
        <source>Choisissez l’activité.</source>
        <translation>Choose the activity.</translation>
    </message>
    <message>
        <source>Choisissez l’instance.</source>
        <translation>Choose the body.</translation>
    </message>
    <message>
        <source>Choisissez l’organisme et la date : les conséquences s’affichent.</source>
        <translation>Choose the organization and the date: the consequences are shown.</translation>
    </message>
    <message>
        <source>Choisissez l’organisme qui le remplace.</source>
        <translation>Choose the organization that replaces it.</translation>
    </message>
    <message>
        <source>Choisissez un autre code.</source>
        <translation>Choose another code.</translation>
    </message>
    <message>
        <source>Choisissez un autre dossier, ou créez un journal.</source>
        <translation>Choose another folder, or create a journal.</translation>
    </message>
    <message>
        <source>Choisissez un autre endroit.</source>
        <translation>Choose another place.</translation>
    </message>
    <message>
        <source>Choisissez un autre fichier pour les refus.</source>
        <translation>Choose another file for the refusals.</translation>
    </message>
    <message>
        <source>Choisissez un autre nom.</source>
        <translation>Choose another name.</translation>
    </message>
    <message>
        <source>Choisissez un autre successeur.</source>
        <translation>Choose another successor.</translation>
    </message>
    <message>
        <source>Choisissez un dossier vide ou nouveau.</source>
        <translation>Choose an empty or new folder.</translation>
    </message>
    <message>
        <source>Choisissez un dossier vide, ou un nom de dossier nouveau.</source>
        <translation>Choose an empty folder, or a new folder name.</translation>
    </message>
    <message>
        <source>Choisissez un fichier dont le nom finit par « .scls ».</source>
        <translation>Choose a file whose name ends with “.scls”.</translation>
    </message>
    <message>
        <source>Choisissez un fichier dont le nom finit par « .sclsrep ».</source>
        <translation>Choose a file whose name ends with “.sclsrep”.</translation>
    </message>
    <message>
        <source>Choisissez un fichier qui a au moins une ligne sous les titres.</source>
        <translation>Choose a file that has at least one line under the titles.</translation>
    </message>
    <message>
        <source>Choisissez un milieu.</source>
        <translation>Choose a site.</translation>
    </message>
    <message>
        <source>Choisissez un organisme.</source>
        <translation>Choose an organization.</translation>
    </message>
    <message>
        <source>Choisissez une période d’un an au plus, ou comparez à la période précédente.</source>
        <translation>Choose a period of one year at most, or compare with the previous period.</translation>
    </message>
    <message>
        <source>Choisissez-en 100 au plus.</source>
        <translation>Choose 100 at most.</translation>
    </message>
    <message>
        <source>Choisissez-en un au répertoire, ou ajoutez-le d’abord.</source>
        <translation>Choose one from the directory, or add it first.</translation>
    </message>
    <message>
        <source>Choisissez-en un autre.</source>
        <translation>Choose another one.</translation>
    </message>
    <message>
        <source>Choisissez-en un, comme INT-01.</source>
        <translation>Choose one, such as INT-01.</translation>
    </message>
    <message>
        <source>Choisissez-le si cette copie est la seule qui servira désormais : l’ancienne est perdue, remplacée, ou ne sera plus utilisée.
Ce qui arrive : le prochain envoi contiendra tout ce journal. Rien n’est effacé. N’envoyez plus jamais rien depuis l’autre copie.</source>
        <translation>Choose this if this copy is the only one that will be used from now on: the former one is lost, replaced, or will no longer be used.
What happens: the next sending will hold this whole journal. Nothing is erased. Never send anything again from the other copy.</translation>
    </message>
    <message>
        <source>Choisissez-le si vous travaillez encore dans l’autre copie, et que celle-ci n’est qu’un double.
Ce qui arrive : rien ne partira d’ici. Vous pouvez lire ce journal; ce que vous y saisiriez n’arriverait pas à la région.</source>
        <translation>Choose this if you still work in the other copy, and this one is only a double.
What happens: nothing will leave from here. You can read this journal; what you entered in it would not reach the region.</translation>
    </message>
    <message>
        <source>Choix</source>
        <translation>Choices</translation>
    </message>
    <message>
        <source>Choix retiré.</source>
        <translation>Choice removed.</translation>
    </message>
    <message>
        <source>Classeur (*.xlsx)</source>
        <translation>Workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Classeur (*.xlsx);;Texte séparé par des points-virgules (*.csv)</source>
        <translation>Workbook (*.xlsx);;Semicolon-separated text (*.csv)</translation>
    </message>
    <message>
        <source>Clientèle</source>
        <translation>Clientele</translation>
    </message>
    <message>
        <source>Clé de &amp;secours…</source>
        <translation>Recovery &amp;key…</translation>
    </message>
    <message>
        <source>Clé de secours de la région</source>
        <translation>Recovery key of the region</translation>
    </message>
    <message>
        <source>Clés de ce journal créées</source>
        <translation>Keys of this journal created</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code QR</source>
        <translation>QR code</translation>
    </message>
    <message>
        <source>Code QR de l’invitation</source>
        <translation>QR code of the invitation</translation>
    </message>
    <message>
        <source>Code de la per&amp;sonne</source>
        <translation>Code &amp;of the person</translation>
    </message>
    <message>
        <source>Code de la personne</source>
        <translation>Code of the person</translation>
    </message>
    <message>
        <source>Code de secours refait</source>
        <translation>Recovery code renewed</translation>
    </message>
    <message>
        <source>Code local de la personne, majuscules comprises</source>
        <translation>Local code of the person, capitals included</translation>
    </message>
    <message>
        <source>Code ou nom</source>
        <translation>Code or name</translation>
    </message>
    <message>
        <source>Collectif</source>
        <translation>Collective</translation>
    </message>
    <message>
        <source>Comité</source>
        <translation>Committee</translation>
    </message>
    <message>
        <source>Comités</source>
        <translation>Committees</translation>
    </message>
    <message>
        <source>Comme la dernière fois : changez ce qui diffère, puis Ctrl+Entrée.</source>
        <translation>Like the last time: change what differs, then Ctrl+Enter.</translation>
    </message>
    <message>
        <source>Commencez au premier d’un mois et finissez à la fin d’un mois.</source>
        <translation>Begin on the first day of a month and finish at the end of a month.</translation>
    </message>
    <message>
        <source>Commencez par répondre à l’invitation de votre coordination.</source>
        <translation>Begin by answering the invitation of your coordination.</translation>
    </message>
    <message>
        <source>Comparaison</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>Comparaison de deux révisions</source>
        <translation>Comparison of two revisions</translation>
    </message>
    <message>
        <source>Comparaison des deux côtés</source>
        <translation>Comparison of both sides</translation>
    </message>
    <message>
        <source>Comparaison des documents publiés</source>
        <translation>Comparing the published documents</translation>
    </message>
    <message>
        <source>Comparer et décider</source>
        <translation>Compare and decide</translation>
    </message>
    <message>
        <source>Comparer les révisions</source>
        <translation>Compare revisions</translation>
    </message>
    <message>
        <source>Comparez chaque groupe avec la feuille imprimée.</source>
        <translation>Compare each group with the printed sheet.</translation>
    </message>
    <message>
        <source>Compte ici pour</source>
        <translation>Counts here for</translation>
    </message>
    <message>
        <source>Conflits et bifurcations</source>
        <translation>Conflicts and forks</translation>
    </message>
    <message>
        <source>Contenu</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Continuez avec la version précédente de l’application et signalez le problème.</source>
        <translation>Continue with the previous version of the application and report the problem.</translation>
    </message>
    <message>
        <source>Continuez dans cette fenêtre, ou fermez-la puis recommencez.</source>
        <translation>Continue in that window, or close it and try again.</translation>
    </message>
    <message>
        <source>Coordination régionale</source>
        <translation>Regional coordination</translation>
    </message>
    <message>
        <source>Copier &amp;ailleurs…</source>
        <translation>C&amp;opy elsewhere…</translation>
    </message>
    <message>
        <source>Copier &amp;maintenant</source>
        <translation>Copy &amp;now</translation>
    </message>
    <message>
        <source>Copier la &amp;liste</source>
        <translation>&amp;Copy the list</translation>
    </message>
    <message>
        <source>Copier le rapport</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Copiez celui que donne la commande « lister --json ».</source>
        <translation>Copy the one that the command “lister --json” gives.</translation>
    </message>
    <message>
        <source>Copiez les lignes du journal dans un classeur neuf et enregistrez-le.</source>
        <translation>Copy the lines of the journal into a new workbook and save it.</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Correction d’une intervention</source>
        <translation>Correction of an intervention</translation>
    </message>
    <message>
        <source>Correction enregistrée (révision {revision})</source>
        <translation>Correction saved (revision {revision})</translation>
    </message>
    <message>
        <source>Correction – </source>
        <translation>Correction – </translation>
    </message>
    <message>
        <source>Corriger (F2)</source>
        <translation>Correct (F2)</translation>
    </message>
    <message>
        <source>Corriger l’intervention</source>
        <translation>Correct the intervention</translation>
    </message>
    <message>
        <source>Corriger l’intervention choisie</source>
        <translation>Correct the chosen intervention</translation>
    </message>
    <message>
        <source>Corrigez le jour ou le mois.</source>
        <translation>Correct the day or the month.</translation>
    </message>
    <message>
        <source>Corrigez le jour, le mois ou l’année.</source>
        <translation>Correct the day, the month or the year.</translation>
    </message>
    <message>
        <source>Corrigez le nombre de membres.</source>
        <translation>Correct the number of members.</translation>
    </message>
    <message>
        <source>Corrigez les dates de changement.</source>
        <translation>Correct the dates of change.</translation>
    </message>
    <message>
        <source>Corrigez l’année.</source>
        <translation>Correct the year.</translation>
    </message>
    <message>
        <source>Corrigez ses dates.</source>
        <translation>Correct its dates.</translation>
    </message>
    <message>
        <source>Corrigez une des deux dates.</source>
        <translation>Correct one of the two dates.</translation>
    </message>
    <message>
        <source>Corrigez-la au lieu de la saisir à nouveau.</source>
        <translation>Correct it instead of entering it again.</translation>
    </message>
    <message>
        <source>Corrigez-la, ou signalez-le au soutien technique; rien n’a été exporté.</source>
        <translation>Correct it, or report it to technical support; nothing was exported.</translation>
    </message>
    <message>
        <source>Corrigez-le, puis recommencez.</source>
        <translation>Correct it, then try again.</translation>
    </message>
    <message>
        <source>Couleurs &amp;claires</source>
        <translation>Light &amp;colours</translation>
    </message>
    <message>
        <source>Couleurs du s&amp;ystème</source>
        <translation>&amp;System colours</translation>
    </message>
    <message>
        <source>Couleurs som&amp;bres</source>
        <translation>&amp;Dark colours</translation>
    </message>
    <message>
        <source>Création du journal… Cela prend quelques secondes.</source>
        <translation>Creating the journal… This takes a few seconds.</translation>
    </message>
    <message>
        <source>Créez un nouveau dossier ou restaurez une sauvegarde.</source>
        <translation>Create a new folder or restore a backup.</translation>
    </message>
    <message>
        <source>Ctrl+Entrée</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+Maj+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Ctrl+Maj+Entrée</source>
        <translation>Ctrl+Shift+Enter</translation>
    </message>
    <message>
        <source>Ctrl+Maj+Entrée, en gardant la date et le milieu</source>
        <translation>Ctrl+Shift+Enter, keeping the date and the site</translation>
    </message>
    <message>
        <source>Ctrl+Suppr</source>
        <translation>Ctrl+Del</translation>
    </message>
    <message>
        <source>C’est &amp;vérifié</source>
        <translation>I&amp;t is checked</translation>
    </message>
    <message>
        <source>C’est complet</source>
        <translation>That is the limit</translation>
    </message>
    <message>
        <source>C’est le dernier moyen d’ouvrir ce journal sans cet ordinateur.</source>
        <translation>It is the last way to open this journal without this computer.</translation>
    </message>
    <message>
        <source>C’est un dossier, pas un fichier.</source>
        <translation>It is a folder, not a file.</translation>
    </message>
    <message>
        <source>C’est un raccourci vers un autre fichier.</source>
        <translation>It is a shortcut to another file.</translation>
    </message>
    <message>
        <source>D&amp;u</source>
        <translation>Fr&amp;om</translation>
    </message>
    <message>
        <source>D&amp;urée</source>
        <translation>Du&amp;ration</translation>
    </message>
    <message>
        <source>Da&amp;te</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>Dans la base</source>
        <translation>In the base</translation>
    </message>
    <message>
        <source>Dans la ligne, « {perdus} » n’est pas compris et ne sera pas gardé. Ctrl+Entrée encore une fois enregistre sans ces mots.</source>
        <translation>In the line, “{perdus}” is not understood and will not be kept. Ctrl+Enter once more saves without these words.</translation>
    </message>
    <message>
        <source>Dans les chiffres : seule sa dernière correction compte.</source>
        <translation>In the figures: only its last correction counts.</translation>
    </message>
    <message>
        <source>Dans les chiffres : {effet}</source>
        <translation>In the figures: {effet}</translation>
    </message>
    <message>
        <source>Dans les menus</source>
        <translation>In the menus</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Date de relance</source>
        <translation>Reminder date</translation>
    </message>
    <message>
        <source>Demain</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Demande faite à « {nom} »</source>
        <translation>Request made to “{nom}”</translation>
    </message>
    <message>
        <source>Demande écrite : {chemin}</source>
        <translation>Request written: {chemin}</translation>
    </message>
    <message>
        <source>Demandez l’adresse du serveur principal à la personne qui s’en occupe.</source>
        <translation>Ask the person who looks after it for the address of the main server.</translation>
    </message>
    <message>
        <source>Demandez que la base lui appartienne (voyez docs/coordination-postgresql.md).</source>
        <translation>Ask for the database to belong to it (see docs/coordination-postgresql.md).</translation>
    </message>
    <message>
        <source>Demandez un lot complet : l’accusé le fait pour vous.</source>
        <translation>Ask for a complete lot: the acknowledgement does it for you.</translation>
    </message>
    <message>
        <source>Demandez une base créée avec ENCODING ’UTF8’.</source>
        <translation>Ask for a database created with ENCODING ’UTF8’.</translation>
    </message>
    <message>
        <source>Demandez une base sur un serveur plus récent.</source>
        <translation>Ask for a database on a more recent server.</translation>
    </message>
    <message>
        <source>Demandez une base vide pour la coordination.</source>
        <translation>Ask for an empty database for the coordination.</translation>
    </message>
    <message>
        <source>Demandez une invitation à votre coordination, puis répondez-y.</source>
        <translation>Ask your coordination for an invitation, then answer it.</translation>
    </message>
    <message>
        <source>Demandez à la coordination l’acceptation de votre dernière demande.</source>
        <translation>Ask the coordination for the acceptance of your last request.</translation>
    </message>
    <message>
        <source>Demandez à la personne qui s’en occupe de relever « statement_timeout » pour ce compte.</source>
        <translation>Ask the person who looks after it to raise “statement_timeout” for this account.</translation>
    </message>
    <message>
        <source>Demandez à la personne qui s’occupe du serveur, puis recommencez.</source>
        <translation>Ask the person who looks after the server, then try again.</translation>
    </message>
    <message>
        <source>Demandez à votre coordination de la corriger.</source>
        <translation>Ask your coordination to correct it.</translation>
    </message>
    <message>
        <source>Demandez à votre coordination de la défaire.</source>
        <translation>Ask your coordination to undo it.</translation>
    </message>
    <message>
        <source>Demandez-la à la personne qui s’occupe du serveur, et gardez une copie de ce dossier (voyez docs/coordination-postgresql.md).</source>
        <translation>Ask the person who looks after the server for it, and keep a copy of this folder (see docs/coordination-postgresql.md).</translation>
    </message>
    <message>
        <source>Demandez-lui son premier lot.</source>
        <translation>Ask for its first lot.</translation>
    </message>
    <message>
        <source>Depuis</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Depuis le {depuis}</source>
        <translation>Since {depuis}</translation>
    </message>
    <message>
        <source>Dernier jo&amp;ur</source>
        <translation>&amp;Last day</translation>
    </message>
    <message>
        <source>Dernier jo&amp;ur…</source>
        <translation>&amp;Last day…</translation>
    </message>
    <message>
        <source>Dernier jour</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>Dernier jour de « {nom} »</source>
        <translation>Last day of “{nom}”</translation>
    </message>
    <message>
        <source>Dernier lot</source>
        <translation>Last lot</translation>
    </message>
    <message>
        <source>Dernier lot qui &amp;compte</source>
        <translation>&amp;Last lot that counts</translation>
    </message>
    <message>
        <source>Dernière réception</source>
        <translation>Last reception</translation>
    </message>
    <message>
        <source>Derrière ce chiffre</source>
        <translation>Behind this figure</translation>
    </message>
    <message>
        <source>Des noms d’organismes, de milieux, de services, de projets; jamais d’intervention.</source>
        <translation>Names of organizations, sites, services, projects; never an intervention.</translation>
    </message>
    <message>
        <source>Des écritures ont changé pendant que le document se comptait.</source>
        <translation>Entries changed while the document was being counted.</translation>
    </message>
    <message>
        <source>Des&amp;tination</source>
        <translation>Dest&amp;ination</translation>
    </message>
    <message>
        <source>Descendre dans la liste</source>
        <translation>Go down into the list</translation>
    </message>
    <message>
        <source>Destruction</source>
        <translation>Destruction</translation>
    </message>
    <message>
        <source>Deux activités secondaires au plus.</source>
        <translation>Two secondary activities at most.</translation>
    </message>
    <message>
        <source>Deux fiches du même nom</source>
        <translation>Two records of the same name</translation>
    </message>
    <message>
        <source>Deux fiches du répertoire fusionnées</source>
        <translation>Two directory records merged</translation>
    </message>
    <message>
        <source>Deux fiches pour une seule et même chose.</source>
        <translation>Two records for one and the same thing.</translation>
    </message>
    <message>
        <source>Deux versions d’une même écriture de {code} (révision {rev})</source>
        <translation>Two versions of the same entry of {code} (revision {rev})</translation>
    </message>
    <message>
        <source>Deux, c’est complet</source>
        <translation>Two, that is the limit</translation>
    </message>
    <message>
        <source>Diap&amp;o en PDF…</source>
        <translation>&amp;Slide as PDF…</translation>
    </message>
    <message>
        <source>Diapo en ima&amp;ge…</source>
        <translation>Slide as an &amp;image…</translation>
    </message>
    <message>
        <source>Différent : {relus}, {moins} en moins, {nouvelles} en plus. Après une révocation, c’est ce qui est attendu; sinon, gardez les deux et demandez conseil. Le dossier refait est dans {place}</source>
        <translation>Different: {relus}, {moins} fewer, {nouvelles} more. After a revocation, this is expected; otherwise, keep both and ask for advice. The rebuilt folder is in {place}</translation>
    </message>
    <message>
        <source>Docume&amp;nt en PDF…</source>
        <translation>Docume&amp;nt as PDF…</translation>
    </message>
    <message>
        <source>Document PDF (*.pdf)</source>
        <translation>PDF document (*.pdf)</translation>
    </message>
    <message>
        <source>Document PDF (*.pdf);;Texte séparé par des points-virgules (*.csv)</source>
        <translation>PDF document (*.pdf);;Semicolon-separated text (*.csv)</translation>
    </message>
    <message>
        <source>Document « {serie} », {periode}, arrêté le {date}.</source>
        <translation>Document “{serie}”, {periode}, as of {date}.</translation>
    </message>
    <message>
        <source>Documents publiés</source>
        <translation>Published documents</translation>
    </message>
    <message>
        <source>Donnez la fiche qu’il répète.</source>
        <translation>Give the record that it repeats.</translation>
    </message>
    <message>
        <source>Donnez la période avec la clôture, ou aucune des deux.</source>
        <translation>Give the period with the closing, or neither of them.</translation>
    </message>
    <message>
        <source>Donnez le fichier de la demande à votre coordonnateur. Au téléphone, dictez-lui ces 30 chiffres, un groupe à la fois :</source>
        <translation>Give the file of the request to your coordinator. By telephone, dictate these 30 digits, one group at a time:</translation>
    </message>
    <message>
        <source>Donnez l’identifiant complet du journal.</source>
        <translation>Give the full identifier of the journal.</translation>
    </message>
    <message>
        <source>Donnez à la vôtre un autre nom et une autre date d’entrée en vigueur.</source>
        <translation>Give yours another name and another effective date.</translation>
    </message>
    <message>
        <source>Dont nouvelles</source>
        <translation>Of whom new</translation>
    </message>
    <message>
        <source>Dossier :</source>
        <translation>Look in:</translation>
    </message>
    <message>
        <source>Dossier : {dossier}</source>
        <translation>Folder: {dossier}</translation>
    </message>
    <message>
        <source>Dossier : {parent}</source>
        <translation>Folder: {parent}</translation>
    </message>
    <message>
        <source>Dossier de dépôt : {depot}</source>
        <translation>Drop folder: {depot}</translation>
    </message>
    <message>
        <source>Dou&amp;blon d’une fiche que vous avez déjà</source>
        <translation>&amp;Duplicate of a record that you already have</translation>
    </message>
    <message>
        <source>Dou&amp;blon à fondre dedans</source>
        <translation>&amp;Duplicate to merge into it</translation>
    </message>
    <message>
        <source>Dou&amp;blons et fusions…</source>
        <translation>Dupli&amp;cates and merges…</translation>
    </message>
    <message>
        <source>Dou&amp;blons possibles ({nombre})…</source>
        <translation>Possible &amp;duplicates ({nombre})…</translation>
    </message>
    <message>
        <source>Doublon</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Doublons et fusions</source>
        <translation>Duplicates and merges</translation>
    </message>
    <message>
        <source>Doublons possibles</source>
        <translation>Possible duplicates</translation>
    </message>
    <message>
        <source>Durée</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>DÉMO : journal fictif. Rien de ce qu’il contient n’est réel.</source>
        <translation>DEMO: a fictional journal. Nothing in it is real.</translation>
    </message>
    <message>
        <source>DÉTRUIRE</source>
        <translation>DESTROY</translation>
    </message>
    <message>
        <source>Dé&amp;cider…</source>
        <translation>&amp;Decide…</translation>
    </message>
    <message>
        <source>Début de mots : nom, code, MRC, organisme</source>
        <translation>Beginning of words: name, code, MRC, organization</translation>
    </message>
    <message>
        <source>Décidé : {mots}</source>
        <translation>Decided: {mots}</translation>
    </message>
    <message>
        <source>Décision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Décision enregistrée</source>
        <translation>Decision saved</translation>
    </message>
    <message>
        <source>Décision retirée</source>
        <translation>Decision withdrawn</translation>
    </message>
    <message>
        <source>Découpez-le, par exemple en un fichier par année.</source>
        <translation>Split it, for example into one file a year.</translation>
    </message>
    <message>
        <source>Défaire</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Défaire cette fu&amp;sion</source>
        <translation>&amp;Undo this merge</translation>
    </message>
    <message>
        <source>Défaire l’annulation</source>
        <translation>Undo the cancellation</translation>
    </message>
    <message>
        <source>Défaites d’abord l’autre fusion.</source>
        <translation>First undo the other merge.</translation>
    </message>
    <message>
        <source>Définition du chiffre</source>
        <translation>Definition of the figure</translation>
    </message>
    <message>
        <source>Désaccords d’abord</source>
        <translation>Disagreements first</translation>
    </message>
    <message>
        <source>Détails de la fiche</source>
        <translation>Details of the record</translation>
    </message>
    <message>
        <source>Détails de l’inscription</source>
        <translation>Details of the registration</translation>
    </message>
    <message>
        <source>Détails de l’intervention</source>
        <translation>Details of the intervention</translation>
    </message>
    <message>
        <source>Détails du fichier</source>
        <translation>Details of the file</translation>
    </message>
    <message>
        <source>Détails du journal</source>
        <translation>Details of the journal</translation>
    </message>
    <message>
        <source>Détails du projet ou du comité</source>
        <translation>Details of the project or committee</translation>
    </message>
    <message>
        <source>Détruire ce qui est éc&amp;hu…</source>
        <translation>&amp;Destroy what is due…</translation>
    </message>
    <message>
        <source>Détruire ce qui est échu</source>
        <translation>Destroy what is due</translation>
    </message>
    <message>
        <source>Détruire pour toujours {nombre}, dont la conservation est échue ? {suite} {mots} Pour confirmer, écrivez {mot}.</source>
        <translation>Destroy for ever {nombre}, kept as long as required? {suite} {mots} To confirm, type {mot}.</translation>
    </message>
    <message>
        <source>D’après le modèle « {nom} ».</source>
        <translation>From the template “{nom}”.</translation>
    </message>
    <message>
        <source>D’après toutes les actions collectives de ce type qui ne nomment aucun projet.</source>
        <translation>From all the collective actions of this type that name no project.</translation>
    </message>
    <message>
        <source>D’après toutes les interventions qui le nomment.</source>
        <translation>From all the interventions that name it.</translation>
    </message>
    <message>
        <source>D’un onglet à l’autre</source>
        <translation>From one tab to the next</translation>
    </message>
    <message>
        <source>E&amp;ffacer les filtres</source>
        <translation>&amp;Clear the filters</translation>
    </message>
    <message>
        <source>E&amp;mployeur</source>
        <translation>E&amp;mployer</translation>
    </message>
    <message>
        <source>E&amp;xporter…</source>
        <translation>E&amp;xport…</translation>
    </message>
    <message>
        <source>Effacer les filtres</source>
        <translation>Clear the filters</translation>
    </message>
    <message>
        <source>Elle a changé depuis le début de votre correction&#xa0;: revenez à la version enregistrée.</source>
        <translation>It has changed since you began your correction: go back to the saved version.</translation>
    </message>
    <message>
        <source>Elle ne sert qu’à un journal; faites-en une par personne.</source>
        <translation>It serves one journal only; make one for each person.</translation>
    </message>
    <message>
        <source>Elle reste au registre.</source>
        <translation>It stays in the register.</translation>
    </message>
    <message>
        <source>Elle va de 1 à 1440 minutes.</source>
        <translation>It goes from 1 to 1440 minutes.</translation>
    </message>
    <message>
        <source>Elles signent vos lots. Changez-les si l’ordinateur a été prêté ou réparé : vous donnerez un petit fichier à votre coordonnateur avant votre prochain envoi. Si l’ordinateur a été volé, téléphonez-lui d’abord.</source>
        <translation>They sign your lots. Change them if the computer was lent or repaired: you will give a small file to your coordinator before your next sending. If the computer was stolen, telephone them first.</translation>
    </message>
    <message>
        <source>Em&amp;bûches</source>
        <translation>&amp;Setbacks</translation>
    </message>
    <message>
        <source>Empreinte de votre région, à dicter au téléphone :</source>
        <translation>Fingerprint of your region, to dictate by telephone:</translation>
    </message>
    <message>
        <source>Empreinte du lot</source>
        <translation>Fingerprint of the lot</translation>
    </message>
    <message>
        <source>Empêchement</source>
        <translation>Obstacle</translation>
    </message>
    <message>
        <source>En activité</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>En attendant, vous pouvez saisir et lire; seuls les envois attendent.</source>
        <translation>Meanwhile, you can enter and read; only sending waits.</translation>
    </message>
    <message>
        <source>En attente</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>En retard ({jour})</source>
        <translation>Overdue ({jour})</translation>
    </message>
    <message>
        <source>Encore une &amp;fois</source>
        <translation>Once &amp;more</translation>
    </message>
    <message numerus="yes">
        <source>Encore {n} caractère.</source>
        <comment>Encore {n} caractères.</comment>
        <translation>
            <numerusform>{n} more character.</numerusform>
            <numerusform>{n} more characters.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enre&amp;gistrer</source>
        <translation>S&amp;ave</translation>
    </message>
    <message>
        <source>Enre&amp;gistrer en PDF ou en CSV…</source>
        <translation>Save as PDF or &amp;CSV…</translation>
    </message>
    <message>
        <source>Enre&amp;gistrer la décision</source>
        <translation>&amp;Save the decision</translation>
    </message>
    <message>
        <source>Enre&amp;gistrer la liste…</source>
        <translation>&amp;Save the list…</translation>
    </message>
    <message>
        <source>Enregistrement</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Enregistrer et en saisir une autre</source>
        <translation>Save and enter another</translation>
    </message>
    <message>
        <source>Enregistrer la dema&amp;nde…</source>
        <translation>Save the &amp;request…</translation>
    </message>
    <message>
        <source>Enregistrer la demande</source>
        <translation>Save the request</translation>
    </message>
    <message>
        <source>Enregistrer la diapo</source>
        <translation>Save the slide</translation>
    </message>
    <message>
        <source>Enregistrer la feui&amp;lle à imprimer (PDF)…</source>
        <translation>&amp;Save the sheet to print (PDF)…</translation>
    </message>
    <message>
        <source>Enregistrer la feuille de secours</source>
        <translation>Save the recovery sheet</translation>
    </message>
    <message>
        <source>Enregistrer la liste</source>
        <translation>Save the list</translation>
    </message>
    <message>
        <source>Enregistrer la marche à suivre</source>
        <translation>Save the instructions</translation>
    </message>
    <message>
        <source>Enregistrer le bilan</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Enregistrer le changement de clés</source>
        <translation>Save the change of keys</translation>
    </message>
    <message>
        <source>Enregistrer le classeur</source>
        <translation>Save the workbook</translation>
    </message>
    <message>
        <source>Enregistrer le document publié</source>
        <translation>Save the published document</translation>
    </message>
    <message>
        <source>Enregistrer le résumé</source>
        <translation>Save the summary</translation>
    </message>
    <message>
        <source>Enregistrer les besoins sans réponse</source>
        <translation>Save the unmet needs</translation>
    </message>
    <message>
        <source>Enregistrer les chiffres</source>
        <translation>Save the figures</translation>
    </message>
    <message>
        <source>Enregistrer les propositions</source>
        <translation>Save the proposals</translation>
    </message>
    <message>
        <source>Enregistrer l’acceptation</source>
        <translation>Save the acceptance</translation>
    </message>
    <message>
        <source>Enregistrer l’invitation</source>
        <translation>Save the invitation</translation>
    </message>
    <message>
        <source>Enregistré à {heure}</source>
        <translation>Saved at {heure}</translation>
    </message>
    <message>
        <source>Entre deux dates</source>
        <translation>Between two dates</translation>
    </message>
    <message>
        <source>Entrez votre phrase de passe.</source>
        <translation>Enter your passphrase.</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Entrée : autres sens. Suppr : retirer</source>
        <translation>Enter: other meanings. Del: remove</translation>
    </message>
    <message>
        <source>Entrée ouvre; Suppr marque un suivi fait.</source>
        <translation>Enter opens; Del marks a follow-up as done.</translation>
    </message>
    <message>
        <source>Entrée, dans la liste</source>
        <translation>Enter, in the list</translation>
    </message>
    <message>
        <source>Entrée, sur un mois, en montre les interventions.</source>
        <translation>Enter, on a month, shows its interventions.</translation>
    </message>
    <message>
        <source>Entrée, Échap</source>
        <translation>Enter, Esc</translation>
    </message>
    <message>
        <source>Envoi à la région</source>
        <translation>Sending to the region</translation>
    </message>
    <message>
        <source>Envoyer à la &amp;région…</source>
        <translation>Send to the re&amp;gion…</translation>
    </message>
    <message>
        <source>Erreur de saisie</source>
        <translation>Data entry error</translation>
    </message>
    <message>
        <source>Exactement ce qui sortira</source>
        <translation>Exactly what will leave</translation>
    </message>
    <message>
        <source>Exportation</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Exportation en clair</source>
        <translation>Export in clear</translation>
    </message>
    <message>
        <source>Exporter ce qui est affiché</source>
        <translation>Export what is shown</translation>
    </message>
    <message>
        <source>Exporter les interventions, en clair</source>
        <translation>Export the interventions, in clear</translation>
    </message>
    <message>
        <source>Exportez de nouveau le lot, ou faites vérifier le fichier par la coordination.</source>
        <translation>Export the lot again, or have the file checked by the coordination.</translation>
    </message>
    <message>
        <source>Exportez-le d’abord sans clôture, puis recommencez la clôture.</source>
        <translation>First export it without a closing, then begin the closing again.</translation>
    </message>
    <message>
        <source>Facultatif</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Faire le &amp;PDF d’une page…</source>
        <translation>&amp;Make the one-page PDF…</translation>
    </message>
    <message>
        <source>Faire le &amp;PDF…</source>
        <translation>Make &amp;the PDF…</translation>
    </message>
    <message>
        <source>Fait</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>Fait ici : son code ne sort pas tant que la région ne l’a pas publié.</source>
        <translation>Made here: its code does not leave until the region has published it.</translation>
    </message>
    <message>
        <source>Fait mar&amp;quant</source>
        <translation>High&amp;light</translation>
    </message>
    <message>
        <source>Fait marquant</source>
        <translation>Highlight</translation>
    </message>
    <message>
        <source>Faite ici; vous pouvez la changer.</source>
        <translation>Made here; you can change it.</translation>
    </message>
    <message>
        <source>Faite par</source>
        <translation>Made by</translation>
    </message>
    <message>
        <source>Faites d’abord « coordination changer-cles » sans l’option « --refaire ».</source>
        <translation>First run “coordination changer-cles” without the option “--refaire”.</translation>
    </message>
    <message>
        <source>Faites une nouvelle invitation et demandez à la personne d’y répondre.</source>
        <translation>Make a new invitation and ask the person to answer it.</translation>
    </message>
    <message>
        <source>Faites une nouvelle invitation pour ce journal.</source>
        <translation>Make a new invitation for this journal.</translation>
    </message>
    <message>
        <source>Faits marquants : {nombre}.</source>
        <translation>Highlights: {nombre}.</translation>
    </message>
    <message>
        <source>Faits marquants et partenaires</source>
        <translation>Highlights and partners</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Fermer sans avoir vérifié le code de secours ?</source>
        <translation>Close without having checked the recovery code?</translation>
    </message>
    <message>
        <source>Fermeture du journal…</source>
        <translation>Closing the journal…</translation>
    </message>
    <message>
        <source>Fermez l’application et copiez son dossier en entier.</source>
        <translation>Close the application and copy its whole folder.</translation>
    </message>
    <message>
        <source>Fermez l’application et relancez-la par son icône; sinon, réinstallez-la.</source>
        <translation>Close the application and start it again from its icon; otherwise, reinstall it.</translation>
    </message>
    <message>
        <source>Fermez-le dans les autres programmes et vérifiez que vous avez le droit de l’ouvrir.</source>
        <translation>Close it in the other programs and check that you have the right to open it.</translation>
    </message>
    <message>
        <source>Fermez-le s’il est ouvert ailleurs, ou choisissez un autre dossier.</source>
        <translation>Close it if it is open elsewhere, or choose another folder.</translation>
    </message>
    <message>
        <source>Fiche &amp;qu’elle répète</source>
        <translation>&amp;Record that it repeats</translation>
    </message>
    <message>
        <source>Fiche qui &amp;reste</source>
        <translation>Record that &amp;stays</translation>
    </message>
    <message>
        <source>Fiche qui reste</source>
        <translation>Kept record</translation>
    </message>
    <message>
        <source>Fiches fusionnées avec elle</source>
        <translation>Records merged with it</translation>
    </message>
    <message>
        <source>Fiches à proposer</source>
        <translation>Records to propose</translation>
    </message>
    <message>
        <source>Fiches à proposer; Espace coche ou décoche</source>
        <translation>Records to propose; Space ticks or unticks</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Fichiers du Journal SCLS (*.scls);;Tous les fichiers (*)</source>
        <translation>Journal SCLS files (*.scls);;All files (*)</translation>
    </message>
    <message>
        <source>Filtrer les chiffres</source>
        <translation>Filter the figures</translation>
    </message>
    <message>
        <source>Filtrer par personne</source>
        <translation>Filter by person</translation>
    </message>
    <message>
        <source>Finale</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Financement</source>
        <translation>Funding</translation>
    </message>
    <message>
        <source>Fusio&amp;nner avec…</source>
        <translation>&amp;Merge with…</translation>
    </message>
    <message>
        <source>Fusion de fiches défaite</source>
        <translation>Merge of records undone</translation>
    </message>
    <message>
        <source>Fusions faites ici</source>
        <translation>Merges made here</translation>
    </message>
    <message>
        <source>Garder en brouillon et commencer une autre intervention</source>
        <translation>Keep as a draft and begin another intervention</translation>
    </message>
    <message>
        <source>Gardez cette feuille sous clé, loin de l’ordinateur : qui la tient peut ouvrir le journal. Supprimez le fichier PDF une fois la feuille imprimée.

Pour s’en servir : à l’ouverture du journal, choisissez « J’ai oublié ma phrase », puis tapez les huit groupes dans l’ordre. Les majuscules, les espaces et les tirets ne comptent pas.</source>
        <translation>Keep this sheet under lock and key, far from the computer: whoever holds it can open the journal. Delete the PDF file once the sheet is printed.

To use it: when the journal opens, choose “I forgot my passphrase”, then type the eight groups in order. Capitals, spaces and hyphens do not matter.</translation>
    </message>
    <message>
        <source>Gardez le fichier et signalez-le au soutien technique, avec le code.</source>
        <translation>Keep the file and report it to technical support, with the code.</translation>
    </message>
    <message>
        <source>Gardez le fichier et téléphonez aux deux personnes : c’est peut-être une fraude.</source>
        <translation>Keep the file and telephone both people: it may be a fraud.</translation>
    </message>
    <message>
        <source>Gardez le fichier et téléphonez à la personne qui dit l’avoir envoyé.</source>
        <translation>Keep the file and telephone the person who says they sent it.</translation>
    </message>
    <message>
        <source>Gardez le fichier et téléphonez à la personne qui l’a envoyé.</source>
        <translation>Keep the file and telephone the person who sent it.</translation>
    </message>
    <message>
        <source>Gardez le fichier et téléphonez à votre coordination.</source>
        <translation>Keep the file and telephone your coordination.</translation>
    </message>
    <message>
        <source>Gardez le même masquage, ou donnez un autre nom de série.</source>
        <translation>Keep the same masking, or give another series name.</translation>
    </message>
    <message>
        <source>Gardez vos sauvegardes précédentes et lancez la vérification du dossier.</source>
        <translation>Keep your previous backups and run the check of the folder.</translation>
    </message>
    <message>
        <source>Gardez-en une seule.</source>
        <translation>Keep only one of them.</translation>
    </message>
    <message>
        <source>Gardez-le et signalez-le au soutien technique, avec le code.</source>
        <translation>Keep it and report it to technical support, with the code.</translation>
    </message>
    <message>
        <source>Genre</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Gr&amp;oupe</source>
        <translation>&amp;Group</translation>
    </message>
    <message>
        <source>Graphique du tableau</source>
        <translation>Chart of the table</translation>
    </message>
    <message numerus="yes">
        <source>Groupe {group} sur {groups} : encore {n} chiffre.</source>
        <comment>Groupe {group} sur {groups} : encore {n} chiffres.</comment>
        <translation>
            <numerusform>Group {group} of {groups}: {n} more digit.</numerusform>
            <numerusform>Group {group} of {groups}: {n} more digits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Groupe {rang}</source>
        <translation>Group {rang}</translation>
    </message>
    <message>
        <source>Groupe {rang} : {liste}</source>
        <translation>Group {rang}: {liste}</translation>
    </message>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Hors cadre&#xa0;? {phrase} Vous pouvez enregistrer.</source>
        <translation>Out of scope? {phrase} You can save.</translation>
    </message>
    <message>
        <source>Hors projet</source>
        <translation>Outside any project</translation>
    </message>
    <message>
        <source>Huit groupes de quatre. Majuscules, espaces et tirets ne comptent pas.</source>
        <translation>Eight groups of four. Capitals, spaces and hyphens do not matter.</translation>
    </message>
    <message>
        <source>Ici</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Identifiant</source>
        <translation>Identifier</translation>
    </message>
    <message>
        <source>Il est au bas de chaque page du PDF, en toutes lettres et en code QR.</source>
        <translation>It is at the bottom of every page of the PDF, in full and as a QR code.</translation>
    </message>
    <message>
        <source>Il faut au moins {minimum} caractères.</source>
        <translation>At least {minimum} characters are needed.</translation>
    </message>
    <message>
        <source>Il faut dire pourquoi.</source>
        <translation>You must say why.</translation>
    </message>
    <message>
        <source>Il faut les 30 chiffres que l’autre personne vous dicte.</source>
        <translation>The 30 digits that the other person dictates to you are needed.</translation>
    </message>
    <message>
        <source>Il faut nommer la série du document.</source>
        <translation>The series of the document must be named.</translation>
    </message>
    <message>
        <source>Il faut un code d’intervenant.</source>
        <translation>A worker’s code is needed.</translation>
    </message>
    <message>
        <source>Il faut une raison pour annuler.</source>
        <translation>A reason is needed to cancel.</translation>
    </message>
    <message>
        <source>Il faut une raison pour commencer une nouvelle incarnation.</source>
        <translation>A reason is needed to begin a new incarnation.</translation>
    </message>
    <message>
        <source>Il faut une raison pour refuser.</source>
        <translation>A reason is needed to refuse.</translation>
    </message>
    <message>
        <source>Il faut une raison pour révoquer un journal.</source>
        <translation>A reason is needed to revoke a journal.</translation>
    </message>
    <message>
        <source>Il lui demande un lot complet.</source>
        <translation>It asks them for a complete lot.</translation>
    </message>
    <message>
        <source>Il manque l’acceptation de « {nom} » : rien ne sort avant.</source>
        <translation>The acceptance from “{nom}” is missing: nothing leaves before it.</translation>
    </message>
    <message>
        <source>Il n’y a encore rien à répéter.</source>
        <translation>There is nothing to repeat yet.</translation>
    </message>
    <message>
        <source>Il n’y a rien à décider : les lots peuvent sortir.</source>
        <translation>There is nothing to decide: lots can leave.</translation>
    </message>
    <message>
        <source>Il n’y a rien à défaire.</source>
        <translation>There is nothing to undo.</translation>
    </message>
    <message>
        <source>Il n’y a rien à faire.</source>
        <translation>There is nothing to do.</translation>
    </message>
    <message>
        <source>Il n’y a rien à proposer : tout ce qui est au répertoire vient de la région.</source>
        <translation>There is nothing to propose: everything in the directory comes from the region.</translation>
    </message>
    <message>
        <source>Il n’y avait aucun fichier à importer.</source>
        <translation>There was no file to import.</translation>
    </message>
    <message numerus="yes">
        <source>Il reste un champ à corriger avant d’enregistrer.</source>
        <comment>Il reste {n} champs à corriger avant d’enregistrer.</comment>
        <translation>
            <numerusform>One field is left to correct before saving.</numerusform>
            <numerusform>{n} fields are left to correct before saving.</numerusform>
        </translation>
    </message>
    <message>
        <source>Il sera ajouté au répertoire.</source>
        <translation>It will be added to the directory.</translation>
    </message>
    <message>
        <source>Il signe vos saisies à la place de votre nom.</source>
        <translation>It signs your entries instead of your name.</translation>
    </message>
    <message>
        <source>Il vous rendra un dernier fichier, l’acceptation. Choisissez-le, ou déposez-le sur cette page.</source>
        <translation>They will give you back one last file, the acceptance. Choose it, or drop it on this page.</translation>
    </message>
    <message>
        <source>Il y a cinq tranches d’âge.</source>
        <translation>There are five age brackets.</translation>
    </message>
    <message>
        <source>Il y a trop de fiches à proposer pour un seul fichier.</source>
        <translation>There are too many records to propose for a single file.</translation>
    </message>
    <message>
        <source>Im&amp;porter des lots…</source>
        <translation>Import &amp;lots…</translation>
    </message>
    <message>
        <source>Image PNG (*.png)</source>
        <translation>PNG image (*.png)</translation>
    </message>
    <message>
        <source>Immeuble</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>Importation arrêtée; ce qui est déjà appliqué reste. </source>
        <translation>Import stopped; what is already applied stays. </translation>
    </message>
    <message>
        <source>Importation des lots</source>
        <translation>Importing the lots</translation>
    </message>
    <message>
        <source>Importer des &amp;fichiers…</source>
        <translation>I&amp;mport files…</translation>
    </message>
    <message>
        <source>Importer des lots</source>
        <translation>Import lots</translation>
    </message>
    <message>
        <source>Importer tous les lots d’un dossier</source>
        <translation>Import all the lots of a folder</translation>
    </message>
    <message>
        <source>Importer un d&amp;ossier…</source>
        <translation>&amp;Import a folder…</translation>
    </message>
    <message>
        <source>Importez de nouveau le fichier d’origine, qui le remplacera, ou redemandez-le.</source>
        <translation>Import the original file again, which will replace it, or ask for it again.</translation>
    </message>
    <message>
        <source>Imprimez-la, puis supprimez le fichier.</source>
        <translation>Print it, then delete the file.</translation>
    </message>
    <message>
        <source>Imprimé en tête de vos résumés, si vous voulez.</source>
        <translation>Printed at the top of your summaries, if you wish.</translation>
    </message>
    <message>
        <source>In&amp;stance</source>
        <translation>B&amp;ody</translation>
    </message>
    <message>
        <source>In&amp;viter un journal…</source>
        <translation>&amp;Invite a journal…</translation>
    </message>
    <message>
        <source>Indicateurs</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>Indicateurs, chacun avec sa base</source>
        <translation>Indicators, each with its base</translation>
    </message>
    <message>
        <source>Individuel</source>
        <translation>Individual</translation>
    </message>
    <message>
        <source>Inscription</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Inscrire et écrire l’&amp;acceptation…</source>
        <translation>Register &amp;and write the acceptance…</translation>
    </message>
    <message>
        <source>Inscrit le</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>Inscrit, aucun lot reçu</source>
        <translation>Registered, no lot received</translation>
    </message>
    <message>
        <source>Inscrit, dernier lot {seq}</source>
        <translation>Registered, last lot {seq}</translation>
    </message>
    <message>
        <source>Inscrivez ce journal, en vérifiant son empreinte par téléphone, puis recommencez.</source>
        <translation>Register this journal, checking its fingerprint by telephone, then try again.</translation>
    </message>
    <message>
        <source>Installez la dernière version de l’application, puis recommencez.</source>
        <translation>Install the latest version of the application, then try again.</translation>
    </message>
    <message>
        <source>Installez la dernière version, puis ouvrez-le de nouveau.</source>
        <translation>Install the latest version, then open it again.</translation>
    </message>
    <message>
        <source>Intervenante, intervenant</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Intervention annulée</source>
        <translation>Intervention cancelled</translation>
    </message>
    <message>
        <source>Intervention annulée&#xa0;: la voici à nouveau à saisir</source>
        <translation>Intervention cancelled: here it is again, to be entered</translation>
    </message>
    <message>
        <source>Intervention enregistrée</source>
        <translation>Intervention saved</translation>
    </message>
    <message>
        <source>Intervention rétablie</source>
        <translation>Intervention restored</translation>
    </message>
    <message>
        <source>Interventions</source>
        <translation>Interventions</translation>
    </message>
    <message>
        <source>Interventions détruites, leur temps de conservation passé</source>
        <translation>Interventions destroyed, their retention time over</translation>
    </message>
    <message>
        <source>Inversez les deux dates.</source>
        <translation>Swap the two dates.</translation>
    </message>
    <message>
        <source>Invitation : {chemin}</source>
        <translation>Invitation: {chemin}</translation>
    </message>
    <message>
        <source>Invitation de « {nom} »</source>
        <translation>Invitation from “{nom}”</translation>
    </message>
    <message>
        <source>Invitation à rejoindre la région écrite</source>
        <translation>Invitation to join the region written</translation>
    </message>
    <message>
        <source>Invitez un premier journal : une invitation, deux téléphones, et ses lots pourront entrer.</source>
        <translation>Invite a first journal: one invitation, two telephone calls, and its lots will be able to come in.</translation>
    </message>
    <message>
        <source>Je continue &amp;ici</source>
        <translation>&amp;I continue here</translation>
    </message>
    <message>
        <source>Je continue dans l’&amp;autre copie</source>
        <translation>I continue in the &amp;other copy</translation>
    </message>
    <message>
        <source>Jeter (Suppr)</source>
        <translation>Discard (Del)</translation>
    </message>
    <message>
        <source>Joindre les &amp;faits marquants, tels que je les ai écrits</source>
        <translation>&amp;Include the highlights, just as I wrote them</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Journal SCLS : feuille de secours</source>
        <translation>Journal SCLS: recovery sheet</translation>
    </message>
    <message>
        <source>Journal continué sous une nouvelle incarnation</source>
        <translation>Journal continued under a new incarnation</translation>
    </message>
    <message>
        <source>Journal de bord du soutien communautaire en logement social. Logiciel libre, licence LiLiQ-P 1.1.</source>
        <translation>Logbook of community support in social housing. Free software, LiLiQ-P 1.1 licence.</translation>
    </message>
    <message>
        <source>Journal de {titre}, créé le {le}.</source>
        <translation>Journal of {titre}, created on {le}.</translation>
    </message>
    <message>
        <source>Journal inscrit dans la région</source>
        <translation>Journal registered in the region</translation>
    </message>
    <message>
        <source>Journal ouvert avec le code de secours</source>
        <translation>Journal opened with the recovery code</translation>
    </message>
    <message>
        <source>Journal reconnu comme une copie, ouvert en lecture</source>
        <translation>Journal recognized as a copy, opened for reading</translation>
    </message>
    <message>
        <source>Journal révoqué</source>
        <translation>Journal revoked</translation>
    </message>
    <message>
        <source>Journaux</source>
        <translation>Journals</translation>
    </message>
    <message>
        <source>Journaux de la région</source>
        <translation>Journals of the region</translation>
    </message>
    <message>
        <source>Journaux inscrits</source>
        <translation>Registered journals</translation>
    </message>
    <message>
        <source>Jusqu’au {le} : {etat}.
{suite}</source>
        <translation>Until {le}: {etat}.
{suite}</translation>
    </message>
    <message>
        <source>J’ai déjà une sau&amp;vegarde : la restaurer…</source>
        <translation>I already have a &amp;backup: restore it…</translation>
    </message>
    <message>
        <source>J’ai oub&amp;lié ma phrase…</source>
        <translation>I &amp;forgot my passphrase…</translation>
    </message>
    <message>
        <source>L dans la liste, Alt+L</source>
        <translation>L in the list, Alt+L</translation>
    </message>
    <message>
        <source>La barre est le chiffre d’ici, le trait est le chiffre publié, de 0 à 100 %. Une ligne en retrait est une part de la ligne au-dessus.</source>
        <translation>The bar is the figure here, the line is the published figure, from 0 to 100%. An indented row is a share of the row above it.</translation>
    </message>
    <message>
        <source>La base de cette coordination est sur un serveur : sa sauvegarde se fait là (pg_dump).</source>
        <translation>The database of this coordination is on a server: it is backed up there (pg_dump).</translation>
    </message>
    <message>
        <source>La base de cette coordination est sur un serveur : sa sauvegarde se fait là. Demandez-la à la personne qui s’en occupe.</source>
        <translation>The database of this coordination is on a server: it is backed up there. Ask the person who looks after it.</translation>
    </message>
    <message>
        <source>La base n’est pas à la version de cette application. Rouvrez le dossier.</source>
        <translation>The database is not at the version of this application. Open the folder again.</translation>
    </message>
    <message>
        <source>La clé de cette demande sert déjà à un autre journal.</source>
        <translation>The key of this request is already used by another journal.</translation>
    </message>
    <message>
        <source>La clé présentée n’est pas une clé sûre : n’importe qui pourrait signer avec elle.</source>
        <translation>The key presented is not a safe key: anyone could sign with it.</translation>
    </message>
    <message>
        <source>La coordination n’a pas encore de clés ; elles seront scellées par ce dossier.</source>
        <translation>The coordination has no keys yet; they will be sealed by this folder.</translation>
    </message>
    <message>
        <source>La coordination n’accepte plus de nouveaux lots de ce journal : téléphonez-lui avant d’en envoyer d’autres.</source>
        <translation>The coordination no longer accepts new lots from this journal: telephone them before you send any more.</translation>
    </message>
    <message>
        <source>La copie du journal ne se relit pas : cette sauvegarde n’a pas été gardée.</source>
        <translation>The copy of the journal cannot be read back: this backup was not kept.</translation>
    </message>
    <message>
        <source>La copie est faite et vérifiée</source>
        <translation>The copy is made and verified</translation>
    </message>
    <message>
        <source>La copie est faite et vérifiée.</source>
        <translation>The copy is made and verified.</translation>
    </message>
    <message>
        <source>La correction est défaite</source>
        <translation>The correction is undone</translation>
    </message>
    <message>
        <source>La demande dit venir de « {nom} ». Téléphonez à cette personne, au numéro que vous connaissez déjà, et demandez-lui ses 30 chiffres. Tapez-les vous-même, à mesure qu’elle les dit.</source>
        <translation>The request says it comes from “{nom}”. Telephone this person, at the number you already know, and ask for their 30 digits. Type them yourself as they say them.</translation>
    </message>
    <message>
        <source>La diapo du Cadre</source>
        <translation>The slide of the Cadre</translation>
    </message>
    <message>
        <source>La durée va de 1 à 1440 minutes.</source>
        <translation>The duration goes from 1 to 1440 minutes.</translation>
    </message>
    <message>
        <source>La feuille est enregistrée.</source>
        <translation>The sheet is saved.</translation>
    </message>
    <message>
        <source>La feuille est enregistrée. Imprimez-la, puis supprimez le fichier.</source>
        <translation>The sheet is saved. Print it, then delete the file.</translation>
    </message>
    <message>
        <source>La fiche proposée</source>
        <translation>The proposed record</translation>
    </message>
    <message>
        <source>La fiche reste au répertoire et dans les chiffres; elle n’est plus proposée ensuite.</source>
        <translation>The record stays in the directory and in the figures; it is no longer offered afterwards.</translation>
    </message>
    <message>
        <source>La fin vient avant le début.</source>
        <translation>The end comes before the beginning.</translation>
    </message>
    <message>
        <source>La fusion est défaite</source>
        <translation>The merge is undone</translation>
    </message>
    <message>
        <source>La liaison avec le serveur s’est rompue : la dernière opération a peut-être été gardée en entier, peut-être pas du tout.</source>
        <translation>The connection with the server broke: the last operation may have been kept entirely, or not at all.</translation>
    </message>
    <message>
        <source>La ligne telle quelle</source>
        <translation>The line as it is</translation>
    </message>
    <message>
        <source>La liste est dans le presse-papiers</source>
        <translation>The list is on the clipboard</translation>
    </message>
    <message>
        <source>La liste est enregistrée : {fichier}</source>
        <translation>The list is saved: {fichier}</translation>
    </message>
    <message>
        <source>La mise à jour du journal n’a pas pu se faire : il est resté tel qu’il était.</source>
        <translation>The update of the journal could not be made: it stayed as it was.</translation>
    </message>
    <message>
        <source>La même période l’an dernier</source>
        <translation>The same period last year</translation>
    </message>
    <message>
        <source>La même, pour être sûr.</source>
        <translation>The same one, to be sure.</translation>
    </message>
    <message>
        <source>La phrase de passe contient un caractère illisible.</source>
        <translation>The passphrase contains an unreadable character.</translation>
    </message>
    <message>
        <source>La phrase de passe ne convient pas.</source>
        <translation>The passphrase does not fit.</translation>
    </message>
    <message>
        <source>La phrase sera demandée</source>
        <translation>The passphrase will be asked for</translation>
    </message>
    <message>
        <source>La prochaine échéance est le {prochaine}.</source>
        <translation>The next due date is {prochaine}.</translation>
    </message>
    <message>
        <source>La période précédente</source>
        <translation>The previous period</translation>
    </message>
    <message>
        <source>La région de ce journal se présente avec d’autres clés.</source>
        <translation>The region of this journal presents itself with other keys.</translation>
    </message>
    <message>
        <source>La région ne la prend pas</source>
        <translation>The region does not take it</translation>
    </message>
    <message>
        <source>La sauvegarde est en place.{garde} Entrez la phrase de passe qu’elle avait.</source>
        <translation>The backup is in place.{garde} Enter the passphrase that it had.</translation>
    </message>
    <message>
        <source>La sauvegarde, relue, n’est pas ce qui vient d’être écrit.</source>
        <translation>The backup, read back, is not what was just written.</translation>
    </message>
    <message>
        <source>La signature de ce fichier n’est pas valable. Rien n’a été retenu.</source>
        <translation>The signature of this file is not valid. Nothing was kept.</translation>
    </message>
    <message>
        <source>La signature de ce répertoire n’est pas valable. Le répertoire n’a pas changé.</source>
        <translation>The signature of this directory is not valid. The directory has not changed.</translation>
    </message>
    <message>
        <source>La signature de cet envoi n’est celle d’aucun journal inscrit. Il est mis de côté.</source>
        <translation>The signature of this file is not that of any registered journal. It is put aside.</translation>
    </message>
    <message>
        <source>La structure du fichier est bonne.</source>
        <translation>The structure of the file is sound.</translation>
    </message>
    <message>
        <source>La succession est notée</source>
        <translation>The succession is recorded</translation>
    </message>
    <message>
        <source>La suite notée est défaite</source>
        <translation>The recorded outcome is undone</translation>
    </message>
    <message>
        <source>La version enregistrée est revenue</source>
        <translation>The saved version is back</translation>
    </message>
    <message>
        <source>La version {lettre} est la bonne</source>
        <translation>Version {lettre} is the right one</translation>
    </message>
    <message>
        <source>Le bilan est enregistré : {chemin}</source>
        <translation>The report is saved: {chemin}</translation>
    </message>
    <message>
        <source>Le calcul a été arrêté : aucun chiffre n’est montré.</source>
        <translation>The computation was stopped: no figure is shown.</translation>
    </message>
    <message>
        <source>Le calcul n’a pas abouti : aucun chiffre n’est montré.</source>
        <translation>The computation failed: no figure is shown.</translation>
    </message>
    <message>
        <source>Le changement de « {nom} » est noté</source>
        <translation>The change of “{nom}” is recorded</translation>
    </message>
    <message>
        <source>Le chiffrement n’est pas disponible : une autre bibliothèque SQLite a pris sa place. Rien n’a été écrit.</source>
        <translation>Encryption is not available: another SQLite library has taken its place. Nothing was written.</translation>
    </message>
    <message>
        <source>Le code de secours contient une faute de frappe.</source>
        <translation>The recovery code contains a typing error.</translation>
    </message>
    <message>
        <source>Le code de secours est le bon. Choisissez la phrase qui ouvrira le journal désormais; le code de la feuille reste valable.</source>
        <translation>The recovery code is right. Choose the passphrase that will open the journal from now on; the code on the sheet remains valid.</translation>
    </message>
    <message>
        <source>Le code d’un projet local commence par « L_ » ; la région donne les autres.</source>
        <translation>The code of a local project begins with “L_”; the region gives the others.</translation>
    </message>
    <message>
        <source>Le code ou le nom de ce dossier contient un caractère qui ne s’imprime pas.</source>
        <translation>The code or the name of this folder contains a character that cannot be printed.</translation>
    </message>
    <message>
        <source>Le comité doit avoir un titre.</source>
        <translation>The committee must have a title.</translation>
    </message>
    <message>
        <source>Le contenu de ce fichier n’est pas valable. Rien n’a été retenu.</source>
        <translation>The content of this file is not valid. Nothing was kept.</translation>
    </message>
    <message>
        <source>Le contenu et la signature de ce répertoire ne concordent pas. Rien n’a changé.</source>
        <translation>The content and the signature of this directory do not agree. Nothing has changed.</translation>
    </message>
    <message>
        <source>Le contenu et la signature de cet envoi ne concordent pas. Rien n’a été importé.</source>
        <translation>The content and the signature of this file do not agree. Nothing was imported.</translation>
    </message>
    <message>
        <source>Le coordonnateur a reçu de ce journal un lot que cette copie n’a pas fait : une autre copie de ce journal existe, ou celle-ci vient d’une ancienne sauvegarde. Aucun lot n’est exporté tant que vous n’avez pas décidé.</source>
        <translation>The coordinator received from this journal a lot that this copy did not make: another copy of this journal exists, or this one comes from an old backup. No lot is exported until you have decided.</translation>
    </message>
    <message>
        <source>Le coordonnateur n’a encore rien accusé.</source>
        <translation>The coordinator has acknowledged nothing yet.</translation>
    </message>
    <message>
        <source>Le coordonnateur n’a reçu aucun des lots de ce journal.</source>
        <translation>The coordinator has received none of the lots of this journal.</translation>
    </message>
    <message>
        <source>Le disque est plein : rien de nouveau n’a été enregistré.</source>
        <translation>The disk is full: nothing new was saved.</translation>
    </message>
    <message>
        <source>Le disque n’a pas répondu : le dernier enregistrement a peut-être été gardé, peut-être pas.</source>
        <translation>The disk did not answer: the last save may have been kept, or not.</translation>
    </message>
    <message>
        <source>Le document est enregistré : {chemin}</source>
        <translation>The document is saved: {chemin}</translation>
    </message>
    <message>
        <source>Le dossier est sur un disque de l’ordinateur.</source>
        <translation>The folder is on a disk of the computer.</translation>
    </message>
    <message>
        <source>Le dossier et ses fichiers sont à vous seul.</source>
        <translation>The folder and its files are yours alone.</translation>
    </message>
    <message>
        <source>Le fichier a été abîmé pendant la copie. Le répertoire n’a pas changé.</source>
        <translation>The file was damaged while it was copied. The directory has not changed.</translation>
    </message>
    <message>
        <source>Le fichier a été abîmé pendant la copie. Rien n’a été importé.</source>
        <translation>The file was damaged while it was copied. Nothing was imported.</translation>
    </message>
    <message>
        <source>Le fichier a été abîmé pendant la copie. Rien n’a été retenu.</source>
        <translation>The file was damaged while it was copied. Nothing was kept.</translation>
    </message>
    <message>
        <source>Le fichier du journal est endommagé.</source>
        <translation>The file of the journal is damaged.</translation>
    </message>
    <message>
        <source>Le fichier du journal ne s’ouvre pas.</source>
        <translation>The file of the journal does not open.</translation>
    </message>
    <message>
        <source>Le fichier est enregistré : {chemin}</source>
        <translation>The file is saved: {chemin}</translation>
    </message>
    <message>
        <source>Le fichier est entier, ses sommes sont justes.</source>
        <translation>The file is whole, its checksums are right.</translation>
    </message>
    <message>
        <source>Le fichier est ici : {fichier}</source>
        <translation>The file is here: {fichier}</translation>
    </message>
    <message>
        <source>Le fichier ira dans {dossier}</source>
        <translation>The file will go into {dossier}</translation>
    </message>
    <message>
        <source>Le fichier ira là où vous direz : une clé USB, un dossier partagé.</source>
        <translation>The file will go where you say: a USB key, a shared folder.</translation>
    </message>
    <message>
        <source>Le fichier ne peut pas être lu.</source>
        <translation>The file cannot be read.</translation>
    </message>
    <message>
        <source>Le fichier ne sera pas chiffré : toute personne qui l’ouvre peut le lire. Gardez-le en lieu sûr et effacez-le après usage.</source>
        <translation>The file will not be encrypted: anyone who opens it can read it. Keep it in a safe place and delete it after use.</translation>
    </message>
    <message>
        <source>Le genre d’organisme qui vous emploie.</source>
        <translation>The kind of organization that employs you.</translation>
    </message>
    <message>
        <source>Le journal a changé depuis l’aperçu : rien n’a été exporté.</source>
        <translation>The journal has changed since the preview: nothing was exported.</translation>
    </message>
    <message>
        <source>Le journal continue du lot {lettre}</source>
        <translation>The journal continues from lot {lettre}</translation>
    </message>
    <message>
        <source>Le journal d’un intervenant reste sur son ordinateur : seule une coordination se tient sur un serveur.</source>
        <translation>A worker’s journal stays on their computer: only a coordination is kept on a server.</translation>
    </message>
    <message>
        <source>Le journal est occupé par une autre opération.</source>
        <translation>The journal is busy with another operation.</translation>
    </message>
    <message>
        <source>Le journal est trop grand pour une sauvegarde en un seul fichier.</source>
        <translation>The journal is too large for a backup in a single file.</translation>
    </message>
    <message>
        <source>Le journal ne peut pas être modifié : le système en refuse l’écriture.</source>
        <translation>The journal cannot be changed: the system refuses writing to it.</translation>
    </message>
    <message>
        <source>Le journal ne s’ouvre pas</source>
        <translation>The journal does not open</translation>
    </message>
    <message>
        <source>Le journal n’a pas pu être préparé.</source>
        <translation>The journal could not be prepared.</translation>
    </message>
    <message>
        <source>Le journal n’est pas à la version de cette application. Rouvrez-le.</source>
        <translation>The journal is not at the version of this application. Open it again.</translation>
    </message>
    <message>
        <source>Le journal n’y est pas chiffré.</source>
        <translation>The journal is not encrypted in it.</translation>
    </message>
    <message numerus="yes">
        <source>Le journal se verrouille dans {n} seconde.</source>
        <comment>Le journal se verrouille dans {n} secondes.</comment>
        <translation>
            <numerusform>The journal locks in {n} second.</numerusform>
            <numerusform>The journal locks in {n} seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Le journal s’ouvrira sans question</source>
        <translation>The journal will open without a question</translation>
    </message>
    <message>
        <source>Le journal s’ouvrira sans rien demander. À éviter sur un poste partagé.</source>
        <translation>The journal will open without asking anything. To be avoided on a shared computer.</translation>
    </message>
    <message>
        <source>Le journal y est chiffré.</source>
        <translation>The journal is encrypted in it.</translation>
    </message>
    <message>
        <source>Le lot {seq} ne suit pas le lot {precedent} que nous avons reçu.</source>
        <translation>Lot {seq} does not follow the lot {precedent} that we received.</translation>
    </message>
    <message>
        <source>Le milieu doit avoir un nom.</source>
        <translation>The site must have a name.</translation>
    </message>
    <message>
        <source>Le modèle doit avoir un nom.</source>
        <translation>The template must have a name.</translation>
    </message>
    <message>
        <source>Le mois dernier</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>Le nombre de personnes est un nombre entier, 0 ou plus.</source>
        <translation>The number of people is a whole number, 0 or more.</translation>
    </message>
    <message>
        <source>Le premier lot d’une nouvelle incarnation est complet.</source>
        <translation>The first lot of a new incarnation is complete.</translation>
    </message>
    <message>
        <source>Le prochain lot sera signé avec les nouvelles. Vos 30 chiffres changeront aussi.</source>
        <translation>The next lot will be signed with the new ones. Your 30 digits will change too.</translation>
    </message>
    <message>
        <source>Le projet doit avoir un titre.</source>
        <translation>The project must have a title.</translation>
    </message>
    <message>
        <source>Le registre dit les actes sensibles et leur moment, jamais ce que contiennent vos notes.</source>
        <translation>The register tells sensitive acts and their time, never what your notes contain.</translation>
    </message>
    <message>
        <source>Le répertoire a changé depuis l’aperçu : rien n’a été écrit.</source>
        <translation>The directory has changed since the preview: nothing was written.</translation>
    </message>
    <message>
        <source>Le répertoire n’en connaît aucun.</source>
        <translation>The directory knows none.</translation>
    </message>
    <message>
        <source>Le résumé est enregistré : {chemin}</source>
        <translation>The summary is saved: {chemin}</translation>
    </message>
    <message>
        <source>Le serveur a interrompu l’opération, trop longue pour ses réglages : rien n’a été changé.</source>
        <translation>The server interrupted the operation, too long for its settings: nothing was changed.</translation>
    </message>
    <message>
        <source>Le serveur n’a plus de place ou de connexions : rien de nouveau n’a été enregistré.</source>
        <translation>The server has no more room or connections: nothing new was saved.</translation>
    </message>
    <message>
        <source>Le serveur refuse toute écriture : cette base est en lecture seule.</source>
        <translation>The server refuses any writing: this database is read-only.</translation>
    </message>
    <message>
        <source>Le service partenaire doit avoir un nom.</source>
        <translation>The partner service must have a name.</translation>
    </message>
    <message>
        <source>Le service partenaire doit avoir une destination.</source>
        <translation>The partner service must have a destination.</translation>
    </message>
    <message numerus="yes">
        <source>Le texte compte {n} caractère de trop.</source>
        <comment>Le texte compte {n} caractères de trop.</comment>
        <translation>
            <numerusform>The text is {n} character too long.</numerusform>
            <numerusform>The text is {n} characters too long.</numerusform>
        </translation>
    </message>
    <message>
        <source>Le trousseau de cet ordinateur n’a plus la clé de ce journal.</source>
        <translation>The keyring of this computer no longer has the key of this journal.</translation>
    </message>
    <message>
        <source>Le trousseau de la session garde alors la clé. Après un verrouillage, la phrase est toujours demandée.</source>
        <translation>The keyring of the session then holds the key. After a lock, the passphrase is always asked for.</translation>
    </message>
    <message>
        <source>Lecture arrêtée : Ctrl+E la reprend.</source>
        <translation>Reading stopped: Ctrl+E resumes it.</translation>
    </message>
    <message>
        <source>Lecture de ce que la région a reçu…</source>
        <translation>Reading what the region has received…</translation>
    </message>
    <message>
        <source>Lecture de ce qui partira</source>
        <translation>Reading what will leave</translation>
    </message>
    <message>
        <source>Lecture de la demande</source>
        <translation>Reading the request</translation>
    </message>
    <message>
        <source>Lecture de l’acceptation</source>
        <translation>Reading the acceptance</translation>
    </message>
    <message>
        <source>Lecture de l’invitation</source>
        <translation>Reading the invitation</translation>
    </message>
    <message>
        <source>Lecture de l’édition du répertoire</source>
        <translation>Reading the edition of the directory</translation>
    </message>
    <message>
        <source>Lecture des accusés</source>
        <translation>Reading the acknowledgements</translation>
    </message>
    <message>
        <source>Lecture des documents publiés…</source>
        <translation>Reading the published documents…</translation>
    </message>
    <message>
        <source>Lecture des propositions</source>
        <translation>Reading the proposals</translation>
    </message>
    <message>
        <source>Lecture du changement de clés</source>
        <translation>Reading the change of keys</translation>
    </message>
    <message>
        <source>Lecture du journal…</source>
        <translation>Reading the journal…</translation>
    </message>
    <message>
        <source>Les 30 chiffres tapés ne sont pas l’empreinte de ce fichier. Rien n’a été retenu.</source>
        <translation>The 30 digits typed are not the fingerprint of this file. Nothing was kept.</translation>
    </message>
    <message>
        <source>Les activités collectives de ce type, d’aucun projet.</source>
        <translation>The collective activities of this type, of no project.</translation>
    </message>
    <message>
        <source>Les clés de la coordination ne s’ouvrent pas : la base a été changée sur le serveur, ou ce dossier n’est pas le sien.</source>
        <translation>The keys of the coordination do not open: the database was changed on the server, or this folder is not its own.</translation>
    </message>
    <message>
        <source>Les clés de la coordination sont scellées, et ce dossier les ouvre.</source>
        <translation>The keys of the coordination are sealed, and this folder opens them.</translation>
    </message>
    <message>
        <source>Les copies déjà faites s’ouvrent encore avec la phrase qu’elles avaient.</source>
        <translation>Copies already made still open with the passphrase they had.</translation>
    </message>
    <message>
        <source>Les deux fiches n’en font plus qu’une</source>
        <translation>The two records are now one</translation>
    </message>
    <message>
        <source>Les deux fiches, côte à côte</source>
        <translation>The two records, side by side</translation>
    </message>
    <message>
        <source>Les documents que les mêmes lecteurs comparent : « Comité des partenaires ».</source>
        <translation>The documents that the same readers compare: “Comité des partenaires”.</translation>
    </message>
    <message>
        <source>Les douze derniers mois</source>
        <translation>The last twelve months</translation>
    </message>
    <message>
        <source>Les droits sont ceux du compte Windows.</source>
        <translation>The rights are those of the Windows account.</translation>
    </message>
    <message>
        <source>Les faits marquants restent ici.</source>
        <translation>Highlights stay here.</translation>
    </message>
    <message>
        <source>Les interventions d’avant le {le} restent où elles sont. Celles qui sont déjà saisies pour ce jour et les suivants gardent aussi ce qu’elles disent; corrigez-les si elles doivent suivre.</source>
        <translation>Interventions from before {le} stay where they are. Those already entered for that day and the following ones also keep what they say; correct them if they must follow.</translation>
    </message>
    <message>
        <source>Les interventions le nomment; vide, il est fait du titre.</source>
        <translation>Interventions name it; left empty, it is made from the title.</translation>
    </message>
    <message>
        <source>Les lignes refusées ne peuvent pas remplacer le fichier que l’on reprend.</source>
        <translation>The refused lines cannot replace the file that is being taken over.</translation>
    </message>
    <message>
        <source>Les lots 1 à {apres} comptent toujours; ceux d’après iront en quarantaine, même s’ils étaient déjà en route.</source>
        <translation>Lots 1 to {apres} still count; the later ones will go into quarantine, even if they were already on their way.</translation>
    </message>
    <message>
        <source>Les lots reçus de cette sauvegarde ne sont pas ceux qui y ont été mis.</source>
        <translation>The lots received in this backup are not those that were put in it.</translation>
    </message>
    <message>
        <source>Les minutes vont de 0 à 59.</source>
        <translation>Minutes go from 0 to 59.</translation>
    </message>
    <message>
        <source>Les nouvelles clés de {code} sont prises.</source>
        <translation>The new keys of {code} are taken.</translation>
    </message>
    <message>
        <source>Les nouvelles personnes ne dépassent pas le nombre de personnes.</source>
        <translation>New people cannot exceed the number of people.</translation>
    </message>
    <message>
        <source>Les numéros sont donnés par « lot exporter », à partir de 1.</source>
        <translation>The numbers are given by “lot exporter”, from 1.</translation>
    </message>
    <message>
        <source>Les plus anciennes</source>
        <translation>The oldest</translation>
    </message>
    <message>
        <source>Les plus pressantes</source>
        <translation>The most urgent</translation>
    </message>
    <message>
        <source>Les plus silencieux d’abord</source>
        <translation>The most silent first</translation>
    </message>
    <message>
        <source>Les plus troués d’abord</source>
        <translation>The most gaps first</translation>
    </message>
    <message>
        <source>Les tranches d’âge ne dépassent pas le nombre de personnes.</source>
        <translation>Age brackets cannot exceed the number of people.</translation>
    </message>
    <message>
        <source>Les écritures de tous ces lots sont reçues et comptent déjà, chacune une fois : la décision ne change pas les chiffres. Elle garde votre conclusion. {code} doit ensuite ne se servir que d’une copie et y commencer une nouvelle vie du journal; ses lots suivants l’emporteront.</source>
        <translation>The entries of all these lots are received and already count, each one once: the decision does not change the figures. It keeps your conclusion. {code} must then use one copy only and begin a new life of the journal in it; its next lots will prevail.</translation>
    </message>
    <message>
        <source>Libérez de l’espace sur ce disque, puis recommencez.</source>
        <translation>Free some space on this disk, then try again.</translation>
    </message>
    <message>
        <source>Libérez de l’espace, puis recommencez.</source>
        <translation>Free some space, then try again.</translation>
    </message>
    <message>
        <source>Lieu</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Ligne</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>Ligne rapide (Ctrl+N)</source>
        <translation>Quick line (Ctrl+N)</translation>
    </message>
    <message>
        <source>Lignes qui partiront</source>
        <translation>Lines that will leave</translation>
    </message>
    <message>
        <source>Lire les détails, en revenir</source>
        <translation>Read the details, come back from them</translation>
    </message>
    <message>
        <source>Lire l’intervention, en revenir</source>
        <translation>Read the intervention, come back from it</translation>
    </message>
    <message>
        <source>Listes du répertoire</source>
        <translation>Lists of the directory</translation>
    </message>
    <message>
        <source>Log.</source>
        <translation>Dwell.</translation>
    </message>
    <message>
        <source>Logements</source>
        <translation>Dwellings</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Lot {lettre}</source>
        <translation>Lot {lettre}</translation>
    </message>
    <message>
        <source>Lot {seq} en double</source>
        <translation>Lot {seq} twice</translation>
    </message>
    <message>
        <source>Lot {seq} écrit et relu : {fichier}
Dans {parent}
Remettez ce fichier à votre coordonnateur. Retirez la clé USB proprement.</source>
        <translation>Lot {seq} written and read back: {fichier}
In {parent}
Give this file to your coordinator. Eject the USB key properly.</translation>
    </message>
    <message>
        <source>Lots du Journal SCLS (*.scls);;Tous les fichiers (*)</source>
        <translation>Journal SCLS lots (*.scls);;All files (*)</translation>
    </message>
    <message>
        <source>Lots déjà faits</source>
        <translation>Lots already made</translation>
    </message>
    <message>
        <source>Lots reçus</source>
        <translation>Lots received</translation>
    </message>
    <message>
        <source>L’activité principale ne se répète pas en second.</source>
        <translation>The main activity is not repeated as a secondary one.</translation>
    </message>
    <message>
        <source>L’ancienne feuille n’ouvre plus ce journal : détruisez-la. Ce code n’est montré qu’une fois. Écrivez-le, ou imprimez la feuille, et gardez-le sous clé.</source>
        <translation>The former sheet no longer opens this journal: destroy it. This code is shown only once. Write it down, or print the sheet, and keep it under lock and key.</translation>
    </message>
    <message>
        <source>L’enveloppe de ce fichier n’est pas celle d’un envoi. Rien n’a été importé.</source>
        <translation>The envelope of this file is not that of a lot. Nothing was imported.</translation>
    </message>
    <message>
        <source>L’historique du milieu doit avoir des dates différentes, en ordre.</source>
        <translation>The history of the site must have different dates, in order.</translation>
    </message>
    <message>
        <source>L’immeuble change d’organisme, de MRC, de catégorie ou de nombre de logements.</source>
        <translation>The building changes organization, MRC, category or number of dwellings.</translation>
    </message>
    <message>
        <source>L’intervention n’est pas enregistrée. {erreur} Voyez vos brouillons.</source>
        <translation>The intervention is not saved. {erreur} See your drafts.</translation>
    </message>
    <message>
        <source>L’invitation dit venir de « {nom} ». Téléphonez à votre coordonnateur, au numéro que vous connaissez déjà, et demandez-lui ses 30 chiffres. Tapez-les vous-même, à mesure qu’il les dit.</source>
        <translation>The invitation says it comes from “{nom}”. Telephone your coordinator, at the number you already know, and ask for their 30 digits. Type them yourself as they say them.</translation>
    </message>
    <message>
        <source>L’invitation est écrite</source>
        <translation>The invitation is written</translation>
    </message>
    <message>
        <source>L’organisme doit avoir un nom.</source>
        <translation>The organization must have a name.</translation>
    </message>
    <message>
        <source>L’organisme finit avant de commencer.</source>
        <translation>The organization ends before it begins.</translation>
    </message>
    <message>
        <source>L’édition {numero} du {du} {suites}</source>
        <translation>Edition {numero} of {du} {suites}</translation>
    </message>
    <message>
        <source>M&amp;odalité</source>
        <translation>Mode of cont&amp;act</translation>
    </message>
    <message>
        <source>MRC</source>
        <translation>MRC</translation>
    </message>
    <message>
        <source>MRC non précisée</source>
        <translation>MRC not specified</translation>
    </message>
    <message>
        <source>Marche à suivre enregistrée : {fichier}</source>
        <translation>Instructions saved: {fichier}</translation>
    </message>
    <message>
        <source>Marquer fait le suivi choisi</source>
        <translation>Mark the chosen follow-up as done</translation>
    </message>
    <message>
        <source>Membres</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>Membres, par rôle</source>
        <translation>Members, by role</translation>
    </message>
    <message>
        <source>Mettez de côté celui des deux qui n’est pas le bon.</source>
        <translation>Put aside whichever of the two is not the right one.</translation>
    </message>
    <message>
        <source>Mettez le Journal SCLS à jour : l’envoi sera alors importé.</source>
        <translation>Update Journal SCLS: the file will then be imported.</translation>
    </message>
    <message>
        <source>Mettez le Journal SCLS à jour, puis recommencez.</source>
        <translation>Update Journal SCLS, then try again.</translation>
    </message>
    <message>
        <source>Mettez le journal sur la première feuille du classeur.</source>
        <translation>Put the journal on the first sheet of the workbook.</translation>
    </message>
    <message>
        <source>Mettez le journal sur la première feuille, une ligne par intervention.</source>
        <translation>Put the journal on the first sheet, one line per intervention.</translation>
    </message>
    <message>
        <source>Mettez les titres des colonnes sur la première ligne, sans guillemet isolé.</source>
        <translation>Put the titles of the columns on the first line, without a stray quotation mark.</translation>
    </message>
    <message>
        <source>Mettez-le de côté et restaurez une sauvegarde.</source>
        <translation>Put it aside and restore a backup.</translation>
    </message>
    <message>
        <source>Mettre aussi les &amp;notes et les codes de personnes</source>
        <translation>Also put in the &amp;notes and the codes of people</translation>
    </message>
    <message>
        <source>Mettre de côté</source>
        <translation>Put aside</translation>
    </message>
    <message>
        <source>Milieu</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Milieu (concertation)</source>
        <translation>Milieu (partnership work)</translation>
    </message>
    <message>
        <source>Milieu ajouté au répertoire</source>
        <translation>Site added to the directory</translation>
    </message>
    <message>
        <source>Milieu de vie modifié</source>
        <translation>Site changed</translation>
    </message>
    <message>
        <source>Milieu, activité…</source>
        <translation>Site, activity…</translation>
    </message>
    <message>
        <source>Milieux</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Modalité</source>
        <translation>Mode of contact</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Modi&amp;fier… (F2)</source>
        <translation>Modi&amp;fy… (F2)</translation>
    </message>
    <message>
        <source>Modifier</source>
        <translation>Modify</translation>
    </message>
    <message>
        <source>Modifier la fiche choisie</source>
        <translation>Modify the chosen record</translation>
    </message>
    <message>
        <source>Modifier un comité</source>
        <translation>Modify a committee</translation>
    </message>
    <message>
        <source>Modifier un milieu</source>
        <translation>Modify a site</translation>
    </message>
    <message>
        <source>Modifier un organisme</source>
        <translation>Modify an organization</translation>
    </message>
    <message>
        <source>Modifier un projet</source>
        <translation>Modify a project</translation>
    </message>
    <message>
        <source>Modifier un service partenaire</source>
        <translation>Modify a partner service</translation>
    </message>
    <message>
        <source>Modèle jeté</source>
        <translation>Template discarded</translation>
    </message>
    <message>
        <source>Modèle renommé</source>
        <translation>Template renamed</translation>
    </message>
    <message>
        <source>Modèle « {nom} » gardé</source>
        <translation>Template “{nom}” kept</translation>
    </message>
    <message>
        <source>Modèles</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Moins de c&amp;hamps</source>
        <translation>Fe&amp;wer fields</translation>
    </message>
    <message>
        <source>Mois</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Mois p&amp;récédent</source>
        <translation>&amp;Previous month</translation>
    </message>
    <message>
        <source>Mois précédent</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>Mois s&amp;uivant</source>
        <translation>Next &amp;month</translation>
    </message>
    <message>
        <source>Mois suivant</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>Montrer aussi ce qui est dé&amp;cidé</source>
        <translation>Also show what is &amp;decided</translation>
    </message>
    <message>
        <source>Même après un lot complet, il tient autre chose que votre journal : téléphonez-lui.</source>
        <translation>Even after a complete lot, it holds something else than your journal: telephone them.</translation>
    </message>
    <message>
        <source>Même état que la région</source>
        <translation>Same state as the region</translation>
    </message>
    <message>
        <source>Ne l’acceptez pas et avertissez le soutien technique.</source>
        <translation>Do not accept it and warn technical support.</translation>
    </message>
    <message>
        <source>Ne nommez personne.</source>
        <translation>Name nobody.</translation>
    </message>
    <message>
        <source>Ne pas comparer</source>
        <translation>Do not compare</translation>
    </message>
    <message>
        <source>Ne pas l’ajouter</source>
        <translation>Do not add it</translation>
    </message>
    <message>
        <source>Ne vous en servez pas; téléphonez à cette personne, qui doit s’inscrire de nouveau.</source>
        <translation>Do not use it; telephone this person, who must register again.</translation>
    </message>
    <message>
        <source>Ne vous fiez pas à ce support : recommencez sur un autre disque ou une autre clé.</source>
        <translation>Do not rely on this medium: try again on another disk or another key.</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Nom&amp;bre de logements</source>
        <translation>Num&amp;ber of dwellings</translation>
    </message>
    <message>
        <source>Nom&amp;bre de membres par rôle</source>
        <translation>Number of members &amp;by role</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Note ou nom du milieu</source>
        <translation>Note or name of the site</translation>
    </message>
    <message>
        <source>Noter le c&amp;hangement</source>
        <translation>Recor&amp;d the change</translation>
    </message>
    <message>
        <source>Nouveau code de secours</source>
        <translation>New recovery code</translation>
    </message>
    <message>
        <source>Nouveau comité</source>
        <translation>New committee</translation>
    </message>
    <message>
        <source>Nouveau milieu</source>
        <translation>New site</translation>
    </message>
    <message>
        <source>Nouveau milieu…</source>
        <translation>New site…</translation>
    </message>
    <message>
        <source>Nouveau projet</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>Nouveau service partenaire</source>
        <translation>New partner service</translation>
    </message>
    <message>
        <source>Nouvel organisme</source>
        <translation>New organization</translation>
    </message>
    <message>
        <source>Nouvelle action &amp;collective</source>
        <translation>New &amp;collective action</translation>
    </message>
    <message>
        <source>Nouvelle intervention</source>
        <translation>New intervention</translation>
    </message>
    <message>
        <source>Nouvelle p&amp;hrase de passe</source>
        <translation>&amp;New passphrase</translation>
    </message>
    <message>
        <source>Nouvelles clés de ce journal</source>
        <translation>New keys of this journal</translation>
    </message>
    <message>
        <source>Nouvelles clés d’un journal acceptées</source>
        <translation>New keys of a journal accepted</translation>
    </message>
    <message>
        <source>Nouvelles clés à partir du lot {seq}. Le fichier est écrit : {chemin} Donnez-le à votre coordonnateur avant votre prochain envoi, et faites une sauvegarde.</source>
        <translation>New keys from lot {seq} on. The file is written: {chemin} Give it to your coordinator before your next sending, and make a backup.</translation>
    </message>
    <message>
        <source>Nouvelles personnes</source>
        <translation>New people</translation>
    </message>
    <message>
        <source>N’a pas eu lieu</source>
        <translation>Did not take place</translation>
    </message>
    <message>
        <source>N’acceptez rien et téléphonez. Une région qui a perdu ses clés réinscrit ses journaux dans des dossiers neufs (guide de la coordination).</source>
        <translation>Accept nothing and telephone. A region that lost its keys registers its journals again in new folders (guide of the coordination).</translation>
    </message>
    <message>
        <source>N’importez rien et appelez la personne qui s’occupe du serveur.</source>
        <translation>Import nothing and call the person who looks after the server.</translation>
    </message>
    <message>
        <source>N’y saisissez plus rien et restaurez votre dernière sauvegarde.</source>
        <translation>Enter nothing more in it and restore your last backup.</translation>
    </message>
    <message>
        <source>O dans la liste, Alt+O</source>
        <translation>O in the list, Alt+O</translation>
    </message>
    <message>
        <source>Offert</source>
        <translation>Offered</translation>
    </message>
    <message>
        <source>On dirait un nom. Écrivez plutôt un code.</source>
        <translation>This looks like a name. Write a code instead.</translation>
    </message>
    <message>
        <source>On vous prévient 30 secondes avant. Le journal se verrouille aussi quand l’ordinateur dort ou que sa session se verrouille. Ce que vous tapiez est gardé.</source>
        <translation>You are warned 30 seconds before. The journal also locks when the computer sleeps or when its session locks. What you were typing is kept.</translation>
    </message>
    <message>
        <source>Opération en cours</source>
        <translation>Operation in progress</translation>
    </message>
    <message>
        <source>Opérations en cours</source>
        <translation>Operations in progress</translation>
    </message>
    <message>
        <source>Organisme</source>
        <translation>Organization</translation>
    </message>
    <message>
        <source>Organisme qui le &amp;remplace</source>
        <translation>&amp;Organization that replaces it</translation>
    </message>
    <message>
        <source>Organisme remplacé par un autre</source>
        <translation>Organization replaced by another</translation>
    </message>
    <message>
        <source>Organisme tel qu’il est &amp;aujourd’hui, fusions suivies</source>
        <translation>Organization as it is &amp;today, merges followed</translation>
    </message>
    <message>
        <source>Organismes</source>
        <translation>Organizations</translation>
    </message>
    <message>
        <source>Ouverture sans question permise (trousseau)</source>
        <translation>Opening without a question allowed (keyring)</translation>
    </message>
    <message>
        <source>Ouverture sans question retirée (trousseau)</source>
        <translation>Opening without a question withdrawn (keyring)</translation>
    </message>
    <message>
        <source>Ouverture…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>Ouvrez le dossier de la coordination ou celui de l’intervenant, selon l’étape.</source>
        <translation>Open the folder of the coordination or that of the worker, depending on the step.</translation>
    </message>
    <message>
        <source>Ouvrez le dossier de la coordination, puis recommencez.</source>
        <translation>Open the folder of the coordination, then try again.</translation>
    </message>
    <message>
        <source>Ouvrez-la avec une copie du dossier de cette coordination, ou demandez une base vide.</source>
        <translation>Open it with a copy of the folder of this coordination, or ask for an empty database.</translation>
    </message>
    <message>
        <source>Ouvrez-le dans Excel ou LibreOffice, enregistrez-en une copie et prenez la copie.</source>
        <translation>Open it in Excel or LibreOffice, save a copy of it and take the copy.</translation>
    </message>
    <message>
        <source>Ouvrez-le dans Excel, retirez le mot de passe et enregistrez-le de nouveau.</source>
        <translation>Open it in Excel, remove the password and save it again.</translation>
    </message>
    <message>
        <source>Ouvrez-le, ou choisissez un dossier vide.</source>
        <translation>Open it, or choose an empty folder.</translation>
    </message>
    <message>
        <source>Ouvrir avec le code de secours</source>
        <translation>Open with the recovery code</translation>
    </message>
    <message>
        <source>Ouvrir le calendrier</source>
        <translation>Open the calendar</translation>
    </message>
    <message>
        <source>Ouvrir le calendrier (Alt+↓)</source>
        <translation>Open the calendar (Alt+↓)</translation>
    </message>
    <message>
        <source>Ouvrir sans &amp;question quand ma session est ouverte</source>
        <translation>Open without a &amp;question when my session is open</translation>
    </message>
    <message>
        <source>Où en est-il</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Où mettre la copie ?</source>
        <translation>Where to put the copy?</translation>
    </message>
    <message>
        <source>Où réécrire le lot {seq} ?</source>
        <translation>Where to rewrite lot {seq}?</translation>
    </message>
    <message>
        <source>Où écrire le lot ?</source>
        <translation>Where to write the lot?</translation>
    </message>
    <message>
        <source>Où écrire les accusés ?</source>
        <translation>Where to write the acknowledgements?</translation>
    </message>
    <message>
        <source>P dans la liste, Alt+P</source>
        <translation>P in the list, Alt+P</translation>
    </message>
    <message>
        <source>P&amp;artenaires</source>
        <translation>&amp;Partners</translation>
    </message>
    <message>
        <source>P&amp;hrase de passe</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>P&amp;ublier et figer…</source>
        <translation>&amp;Publish and freeze…</translation>
    </message>
    <message>
        <source>Par code</source>
        <translation>By code</translation>
    </message>
    <message>
        <source>Par service</source>
        <translation>By service</translation>
    </message>
    <message>
        <source>Partenaire</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Partenaires</source>
        <translation>Partners</translation>
    </message>
    <message>
        <source>Partenaires et faits marquants</source>
        <translation>Partners and highlights</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Participants</translation>
    </message>
    <message>
        <source>Participations</source>
        <translation>Participations</translation>
    </message>
    <message>
        <source>Pas compris : «&#xa0;{reste}&#xa0;»</source>
        <translation>Not understood: “{reste}”</translation>
    </message>
    <message>
        <source>Pas encore identique</source>
        <translation>Not the same yet</translation>
    </message>
    <message>
        <source>Pers.</source>
        <translation>Peop.</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Personnes distinctes</source>
        <translation>Distinct people</translation>
    </message>
    <message>
        <source>Personnes distinctes : connues là où un code est noté, {avec_code} interventions sur {interventions}.</source>
        <translation>Distinct people: known where a code is noted, {avec_code} interventions out of {interventions}.</translation>
    </message>
    <message>
        <source>Personnes par tranche d’âge</source>
        <translation>People by age bracket</translation>
    </message>
    <message>
        <source>Petit effectif : la base est de moins de {minimum}; une seule intervention de plus y change beaucoup le pourcentage.</source>
        <translation>Small numbers: the base is less than {minimum}; one more intervention changes the percentage a great deal.</translation>
    </message>
    <message>
        <source>Peut être détruite à partir du</source>
        <translation>May be destroyed from</translation>
    </message>
    <message>
        <source>Phrase act&amp;uelle</source>
        <translation>C&amp;urrent passphrase</translation>
    </message>
    <message>
        <source>Phrase de passe changée</source>
        <translation>Passphrase changed</translation>
    </message>
    <message>
        <source>Placez le dossier sur le disque de l’ordinateur.</source>
        <translation>Put the folder on the disk of the computer.</translation>
    </message>
    <message>
        <source>Plus de c&amp;hamps</source>
        <translation>More fie&amp;lds</translation>
    </message>
    <message>
        <source>Plusieurs journaux inscrits portent ce code.</source>
        <translation>Several registered journals have this code.</translation>
    </message>
    <message>
        <source>Pour cette intervention</source>
        <translation>For this intervention</translation>
    </message>
    <message>
        <source>Pour l’admettre de nouveau, inscrivez un nouveau journal.</source>
        <translation>To admit it again, register a new journal.</translation>
    </message>
    <message>
        <source>Pour l’admettre de nouveau, invitez un nouveau journal.</source>
        <translation>To admit it again, invite a new journal.</translation>
    </message>
    <message>
        <source>Pour toutes ces interventions</source>
        <translation>For all these interventions</translation>
    </message>
    <message>
        <source>Pour un portable volé, un départ, une clé perdue.</source>
        <translation>For a stolen laptop, a departure, a lost key.</translation>
    </message>
    <message>
        <source>Pour {compte} sur {total}</source>
        <translation>For {compte} out of {total}</translation>
    </message>
    <message>
        <source>Pourquoi annuler cette intervention ? Elle reste lisible, sans compter.</source>
        <translation>Why cancel this intervention? It stays readable, without counting.</translation>
    </message>
    <message>
        <source>Pourquoi revenir sur cette décision ? Elle restera au registre, avec votre raison.</source>
        <translation>Why go back on this decision? It will stay in the register, with your reason.</translation>
    </message>
    <message>
        <source>Prendre une a&amp;utre invitation…</source>
        <translation>&amp;Take another invitation…</translation>
    </message>
    <message>
        <source>Prendre une invitation, une acceptation, un accusé</source>
        <translation>Take an invitation, an acceptance, an acknowledgement</translation>
    </message>
    <message>
        <source>Prendre une édition du répertoire</source>
        <translation>Take an edition of the directory</translation>
    </message>
    <message>
        <source>Prenez d’abord ses changements précédents. Si son journal vient d’une sauvegarde, téléphonez-lui et tapez avec ce fichier l’empreinte que vous entendez.</source>
        <translation>First take its previous changes. If its journal comes from a backup, telephone them and type, with this file, the fingerprint that you hear.</translation>
    </message>
    <message>
        <source>Prenez votre feuille de secours. Vous choisirez ensuite une nouvelle phrase de passe; rien de votre journal ne change.</source>
        <translation>Take your recovery sheet. You will then choose a new passphrase; nothing of your journal changes.</translation>
    </message>
    <message>
        <source>Pro&amp;blématiques</source>
        <translation>&amp;Issues</translation>
    </message>
    <message>
        <source>Problème inattendu</source>
        <translation>Unexpected problem</translation>
    </message>
    <message>
        <source>Problématique</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Problématiques</source>
        <translation>Issues</translation>
    </message>
    <message>
        <source>Prochain envoi</source>
        <translation>Next sending</translation>
    </message>
    <message>
        <source>Prochaine étape</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Projet</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>Projet ou comité</source>
        <translation>Project or committee</translation>
    </message>
    <message>
        <source>Projets</source>
        <translation>Projects</translation>
    </message>
    <message>
        <source>Projets et comités</source>
        <translation>Projects and committees</translation>
    </message>
    <message>
        <source>Proposer mes ajou&amp;ts à la région…</source>
        <translation>Propose m&amp;y additions to the region…</translation>
    </message>
    <message>
        <source>Proposer mes ajouts à la région</source>
        <translation>Propose my additions to the region</translation>
    </message>
    <message>
        <source>Proposition au répertoire décidée</source>
        <translation>Directory proposal decided</translation>
    </message>
    <message>
        <source>Propositions au répertoire envoyées</source>
        <translation>Directory proposals sent</translation>
    </message>
    <message>
        <source>Propositions des journaux</source>
        <translation>Proposals from the journals</translation>
    </message>
    <message>
        <source>Propositions à décider</source>
        <translation>Proposals to decide</translation>
    </message>
    <message>
        <source>Propositions écrites : {chemin}
Remettez ce fichier à votre coordination; sa réponse viendra avec une prochaine édition.</source>
        <translation>Proposals written: {chemin}
Give this file to your coordination; its answer will come with a coming edition.</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Préparation de la marche à suivre</source>
        <translation>Preparing the instructions</translation>
    </message>
    <message>
        <source>Préparation du bilan</source>
        <translation>Preparing the report</translation>
    </message>
    <message>
        <source>Préparation du document</source>
        <translation>Preparing the document</translation>
    </message>
    <message>
        <source>Préparation du fichier</source>
        <translation>Preparing the file</translation>
    </message>
    <message>
        <source>Préparation du résumé</source>
        <translation>Preparing the summary</translation>
    </message>
    <message>
        <source>Prévus et en cours</source>
        <translation>Planned and under way</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>Publier</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Publier : {periode}</source>
        <translation>Publish: {periode}</translation>
    </message>
    <message>
        <source>Publier et figer</source>
        <translation>Publish and freeze</translation>
    </message>
    <message>
        <source>Publier le répertoire</source>
        <translation>Publish the directory</translation>
    </message>
    <message>
        <source>Publié</source>
        <translation>Published</translation>
    </message>
    <message>
        <source>Publié : {source}.</source>
        <translation>Published: {source}.</translation>
    </message>
    <message>
        <source>Publié dans le Cadre</source>
        <translation>Published in the Cadre</translation>
    </message>
    <message>
        <source>Publié le</source>
        <translation>Published on</translation>
    </message>
    <message>
        <source>Publié par la région : son code sort dans les lots.</source>
        <translation>Published by the region: its code leaves in the lots.</translation>
    </message>
    <message>
        <source>Publié. Code de vérification : {affiche}</source>
        <translation>Published. Verification code: {affiche}</translation>
    </message>
    <message>
        <source>Pé&amp;riode</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>Période</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Période : {periode}</source>
        <translation>Period: {periode}</translation>
    </message>
    <message>
        <source>Période close</source>
        <translation>Period closed</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Quatre ou cinq mots sans lien entre eux font une bonne phrase.</source>
        <translation>Four or five unrelated words make a good passphrase.</translation>
    </message>
    <message>
        <source>Quel code de vérification est au bas du document ?</source>
        <translation>Which verification code is at the bottom of the document?</translation>
    </message>
    <message>
        <source>Quelle copie est votre journal ?</source>
        <translation>Which copy is your journal?</translation>
    </message>
    <message>
        <source>Quelque chose a mal tourné. Vos saisies sont conservées.</source>
        <translation>Something went wrong. Your entries are safe.</translation>
    </message>
    <message>
        <source>Quelque chose demande votre attention.</source>
        <translation>Something needs your attention.</translation>
    </message>
    <message>
        <source>Quitter la correction</source>
        <translation>Leave the correction</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>R dans la liste, Alt+R</source>
        <translation>R in the list, Alt+R</translation>
    </message>
    <message>
        <source>R&amp;aison</source>
        <translation>Re&amp;ason</translation>
    </message>
    <message>
        <source>Ra&amp;ttachement et clés…</source>
        <translation>&amp;Attachment and keys…</translation>
    </message>
    <message>
        <source>Raccourcis clavier</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Raccourcissez-la.</source>
        <translation>Shorten it.</translation>
    </message>
    <message>
        <source>Raccourcissez-le.</source>
        <translation>Shorten it.</translation>
    </message>
    <message>
        <source>Raison : {raison}</source>
        <translation>Reason: {raison}</translation>
    </message>
    <message>
        <source>Rapport</source>
        <translation>Crash report</translation>
    </message>
    <message>
        <source>Rapport copié</source>
        <translation>Report copied</translation>
    </message>
    <message>
        <source>Rattachement de ce journal</source>
        <translation>Attachment of this journal</translation>
    </message>
    <message>
        <source>Rattacher ce journal à sa région</source>
        <translation>Attach this journal to its region</translation>
    </message>
    <message>
        <source>Rattaché à « {nom} »{depuis}.</source>
        <translation>Attached to “{nom}”{depuis}.</translation>
    </message>
    <message>
        <source>Re&amp;faire le fichier du changement…</source>
        <translation>&amp;Make the file of the change again…</translation>
    </message>
    <message>
        <source>Re&amp;fusée, avec la raison que le journal lira</source>
        <translation>Refused, &amp;with the reason that the journal will read</translation>
    </message>
    <message>
        <source>Re&amp;venir sur cette décision…</source>
        <translation>&amp;Go back on this decision…</translation>
    </message>
    <message>
        <source>Recevoir des proposi&amp;tions…</source>
        <translation>&amp;Receive proposals…</translation>
    </message>
    <message>
        <source>Recevoir des propositions</source>
        <translation>Receive proposals</translation>
    </message>
    <message>
        <source>Recevoir un changement de &amp;clés…</source>
        <translation>Receive &amp;a change of keys…</translation>
    </message>
    <message>
        <source>Recevoir une de&amp;mande…</source>
        <translation>&amp;Receive a request…</translation>
    </message>
    <message>
        <source>Recevoir une demande</source>
        <translation>Receive a request</translation>
    </message>
    <message>
        <source>Recherche de ce qu’il y a derrière ce chiffre</source>
        <translation>Looking for what is behind this figure</translation>
    </message>
    <message>
        <source>Recherche de propositions…</source>
        <translation>Looking for suggestions…</translation>
    </message>
    <message>
        <source>Rechercher</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Rechercher – {fichier}</source>
        <translation>Search – {fichier}</translation>
    </message>
    <message>
        <source>Recommencez quand plus rien n’arrive.</source>
        <translation>Try again when nothing more arrives.</translation>
    </message>
    <message>
        <source>Recopiez les trois groupes de quatre caractères imprimés au bas du document.</source>
        <translation>Copy the three groups of four characters printed at the bottom of the document.</translation>
    </message>
    <message>
        <source>Rectifiée</source>
        <translation>Rectified</translation>
    </message>
    <message>
        <source>Rectifiée ({revision})</source>
        <translation>Rectified ({revision})</translation>
    </message>
    <message>
        <source>Redemandez le même envoi : le même fichier, pas un nouveau.</source>
        <translation>Ask for the same file again: the very same one, not a new one.</translation>
    </message>
    <message>
        <source>Redemandez le même envoi; si cela se répète, gardez le fichier pour le soutien technique.</source>
        <translation>Ask for the same file again; if it happens again, keep the file for technical support.</translation>
    </message>
    <message>
        <source>Redemandez le même fichier à la personne qui l’a envoyé.</source>
        <translation>Ask the person who sent it for the same file again.</translation>
    </message>
    <message>
        <source>Redemandez le même fichier à votre coordination.</source>
        <translation>Ask your coordination for the same file again.</translation>
    </message>
    <message>
        <source>Refaire le code de sec&amp;ours…</source>
        <translation>Renew &amp;the recovery code…</translation>
    </message>
    <message>
        <source>Refaire le code de secours</source>
        <translation>Renew the recovery code</translation>
    </message>
    <message>
        <source>Refaire le dossier à partir des lots gardés</source>
        <translation>Rebuild the folder from the lots that were kept</translation>
    </message>
    <message>
        <source>Refaites-vous dicter l’empreinte ; si elle diffère encore, n’acceptez pas le fichier.</source>
        <translation>Have the fingerprint dictated to you again; if it still differs, do not accept the file.</translation>
    </message>
    <message>
        <source>Refusée par la personne</source>
        <translation>Refused by the person</translation>
    </message>
    <message>
        <source>Refusées</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>Relance notée</source>
        <translation>Reminder noted</translation>
    </message>
    <message>
        <source>Relancer &amp;plus tard… (P)</source>
        <translation>&amp;Postpone… (P)</translation>
    </message>
    <message>
        <source>Relancer le</source>
        <translation>Remind on</translation>
    </message>
    <message>
        <source>Relancer plus tard</source>
        <translation>Postpone</translation>
    </message>
    <message>
        <source>Relancer quand ? Par exemple +14, lu, 14-05 ou 2025-05-14.</source>
        <translation>Remind when? For example +14, 14-05 or 2025-05-14.</translation>
    </message>
    <message>
        <source>Relancez : rien depuis la fin du mois.</source>
        <translation>Remind them: nothing since the end of the month.</translation>
    </message>
    <message>
        <source>Rele&amp;ver le dossier de dépôt</source>
        <translation>Collect &amp;from the drop folder</translation>
    </message>
    <message>
        <source>Relecture des lots gardés</source>
        <translation>Reading the kept lots again</translation>
    </message>
    <message>
        <source>Relisez la liste, puis recommencez.</source>
        <translation>Read the list again, then try again.</translation>
    </message>
    <message>
        <source>Relisez le document publié, ou publiez une période qui la dépasse : elle dira ce qui a changé depuis.</source>
        <translation>Read the published document again, or publish a period that goes beyond it: it will say what has changed since.</translation>
    </message>
    <message>
        <source>Relisez l’aperçu, puis recommencez.</source>
        <translation>Read the preview again, then try again.</translation>
    </message>
    <message>
        <source>Remettez en place la copie gardée dans une sauvegarde.</source>
        <translation>Put back the copy kept in a backup.</translation>
    </message>
    <message>
        <source>Remettez en place une copie du dossier, ou donnez --base et recopiez ce fichier d’un autre poste de la coordination.</source>
        <translation>Put back a copy of the folder, or give --base and copy this file from another workstation of the coordination.</translation>
    </message>
    <message>
        <source>Remplacer par {seul}</source>
        <translation>Replace with {seul}</translation>
    </message>
    <message>
        <source>Remplacer « {mot} »</source>
        <translation>Replace “{mot}”</translation>
    </message>
    <message>
        <source>Remplacé par</source>
        <translation>Replaced by</translation>
    </message>
    <message>
        <source>Renommez ou supprimez l’une des deux, puis reprenez le fichier.</source>
        <translation>Rename or delete one of the two, then take the file again.</translation>
    </message>
    <message>
        <source>Reprendre (Entrée)</source>
        <translation>Resume (Enter)</translation>
    </message>
    <message>
        <source>Reprenez le fichier d’origine, ou choisissez une autre sauvegarde.</source>
        <translation>Take the original file again, or choose another backup.</translation>
    </message>
    <message>
        <source>Reprenez les mêmes filtres, ou donnez un autre nom de série.</source>
        <translation>Use the same filters again, or give another series name.</translation>
    </message>
    <message>
        <source>Restauration de la sauvegarde</source>
        <translation>Restoring the backup</translation>
    </message>
    <message>
        <source>Restaurer</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Restaurer une &amp;sauvegarde…</source>
        <translation>Restore a &amp;backup…</translation>
    </message>
    <message>
        <source>Restaurer « {fichier} » ?</source>
        <translation>Restore “{fichier}”?</translation>
    </message>
    <message>
        <source>Restaurez une sauvegarde du journal.</source>
        <translation>Restore a backup of the journal.</translation>
    </message>
    <message>
        <source>Restaurez une sauvegarde, et gardez celle-ci pour comprendre ce qui est arrivé.</source>
        <translation>Restore a backup, and keep this one to understand what happened.</translation>
    </message>
    <message>
        <source>Restaurez une sauvegarde, ou remettez ce fichier en place.</source>
        <translation>Restore a backup, or put this file back.</translation>
    </message>
    <message>
        <source>Restaurez votre dernière sauvegarde.</source>
        <translation>Restore your last backup.</translation>
    </message>
    <message>
        <source>Reste ici</source>
        <translation>Stays here</translation>
    </message>
    <message>
        <source>Rester</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Retapez-la, ou enregistrez le fichier qui la contient en UTF-8.</source>
        <translation>Type it again, or save the file that holds it in UTF-8.</translation>
    </message>
    <message>
        <source>Retirer (Suppr)</source>
        <translation>Remove (Del)</translation>
    </message>
    <message>
        <source>Retirer ce filtre (Suppr)</source>
        <translation>Remove this filter (Del)</translation>
    </message>
    <message>
        <source>Retirer cette référence (Ctrl+Suppr)</source>
        <translation>Remove this referral (Ctrl+Del)</translation>
    </message>
    <message>
        <source>Retirer la référence</source>
        <translation>Remove the referral</translation>
    </message>
    <message>
        <source>Retirer la référence {rang}</source>
        <translation>Remove referral {rang}</translation>
    </message>
    <message>
        <source>Retirer le filtre {mots}</source>
        <translation>Remove the filter {mots}</translation>
    </message>
    <message>
        <source>Retirer un filtre</source>
        <translation>Remove a filter</translation>
    </message>
    <message>
        <source>Retirer {libelle}</source>
        <translation>Remove {libelle}</translation>
    </message>
    <message>
        <source>Retirez --base (ou la variable JOURNAL_SCLS_BASE).</source>
        <translation>Remove --base (or the variable JOURNAL_SCLS_BASE).</translation>
    </message>
    <message>
        <source>Retirez-le de l’adresse et mettez-le dans le fichier ~/.pgpass (ou celui que nomme la variable PGPASSFILE).</source>
        <translation>Remove it from the address and put it in the file ~/.pgpass (or the one that the variable PGPASSFILE names).</translation>
    </message>
    <message>
        <source>Retirez-le de l’adresse, ou demandez au moins « sslmode=require ».</source>
        <translation>Remove it from the address, or ask for at least “sslmode=require”.</translation>
    </message>
    <message>
        <source>Retour à la &amp;liste (Échap)</source>
        <translation>Bac&amp;k to the list (Esc)</translation>
    </message>
    <message>
        <source>Retrait d’une intervention déjà partie</source>
        <translation>Withdrawal of an intervention that already left</translation>
    </message>
    <message>
        <source>Reve&amp;nir à l’envoi (Échap)</source>
        <translation>&amp;Back to sending (Esc)</translation>
    </message>
    <message>
        <source>Revenir sur une décision</source>
        <translation>Go back on a decision</translation>
    </message>
    <message>
        <source>Revenir à la liste</source>
        <translation>Back to the list</translation>
    </message>
    <message>
        <source>Revenir à la version enregistrée</source>
        <translation>Back to the saved version</translation>
    </message>
    <message>
        <source>Revenir à l’envoi, depuis les lignes ou le rattachement</source>
        <translation>Back to sending, from the lines or from the attachment</translation>
    </message>
    <message>
        <source>Reçu il y a</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Reçu le</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>Rien de nouveau depuis le lot {seq} : vérifié à {heure}.</source>
        <translation>Nothing new since lot {seq}: checked at {heure}.</translation>
    </message>
    <message>
        <source>Rien de nouveau pour {qui} : l’accusé {numero} est déjà dans ce dossier.</source>
        <translation>Nothing new for {qui}: acknowledgement {numero} is already in this folder.</translation>
    </message>
    <message>
        <source>Rien de nouveau à enregistrer.</source>
        <translation>Nothing new to save.</translation>
    </message>
    <message>
        <source>Rien encore : ce que vous enregistrez se retrouve ici.</source>
        <translation>Nothing yet: what you save appears here.</translation>
    </message>
    <message>
        <source>Rien ne change : dites ce qui sera différent.</source>
        <translation>Nothing changes: say what will be different.</translation>
    </message>
    <message>
        <source>Rien ne dit encore que ce lot est arrivé. S’il s’est perdu, vous pouvez le réécrire.</source>
        <translation>Nothing says yet that this lot has arrived. If it was lost, you can rewrite it.</translation>
    </message>
    <message>
        <source>Rien ne sortirait : cochez au moins une fiche.</source>
        <translation>Nothing would leave: tick at least one record.</translation>
    </message>
    <message>
        <source>Rien n’a changé. Téléphonez à votre coordination, qui doit publier une édition.</source>
        <translation>Nothing has changed. Telephone your coordination, which must publish an edition.</translation>
    </message>
    <message>
        <source>Rien n’a été saisi pour ce mois.</source>
        <translation>Nothing was entered for this month.</translation>
    </message>
    <message>
        <source>Rien n’avait changé</source>
        <translation>Nothing had changed</translation>
    </message>
    <message>
        <source>Rien n’est effacé : les interventions qui nomment l’une ou l’autre comptent ensemble, sous la fiche qui reste. Les chiffres n’additionnent plus deux fois le même endroit. Une fusion se défait, ici même.</source>
        <translation>Nothing is erased: the interventions that name either one count together, under the record that stays. The figures no longer add up the same place twice. A merge can be undone, right here.</translation>
    </message>
    <message>
        <source>Rien n’est encore publié d’ici. Publier garde les chiffres tels quels, avec un code que chacun peut faire vérifier.</source>
        <translation>Nothing is published from here yet. Publishing keeps the figures as they are, with a code that anyone can have checked.</translation>
    </message>
    <message>
        <source>Rien n’est jamais effacé : vous comparez, vous décidez, et votre raison est gardée.</source>
        <translation>Nothing is ever erased: you compare, you decide, and your reason is kept.</translation>
    </message>
    <message>
        <source>Rien n’est retenu avant que les chiffres soient ceux de la personne.</source>
        <translation>Nothing is kept until the digits are those of the person.</translation>
    </message>
    <message>
        <source>Rien n’est à détruire aujourd’hui.</source>
        <translation>There is nothing to destroy today.</translation>
    </message>
    <message>
        <source>Rien n’indique que ce journal ait une autre copie.</source>
        <translation>Nothing says that this journal has another copy.</translation>
    </message>
    <message>
        <source>Rien à décider : aucun conflit, aucun lot en double n’attend.</source>
        <translation>Nothing to decide: no conflict, no duplicated lot is waiting.</translation>
    </message>
    <message>
        <source>Rien à envoyer : vérifié à {heure}.</source>
        <translation>Nothing to send: checked at {heure}.</translation>
    </message>
    <message>
        <source>Rien à faire</source>
        <translation>Nothing to do</translation>
    </message>
    <message>
        <source>Rouvrez-la et refaites la correction.</source>
        <translation>Open it again and make the correction again.</translation>
    </message>
    <message>
        <source>Rouvrez-la pour voir sa dernière version, puis refaites votre changement.</source>
        <translation>Open it again to see its last version, then make your change again.</translation>
    </message>
    <message>
        <source>Rubrique : {title}</source>
        <translation>Section: {title}</translation>
    </message>
    <message>
        <source>Rubriques</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Ré&amp;voquer…</source>
        <translation>&amp;Revoke…</translation>
    </message>
    <message>
        <source>Récents</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>Réception</source>
        <translation>Reception</translation>
    </message>
    <message>
        <source>Réessayez; vos saisies ne sont pas touchées.</source>
        <translation>Try again; your entries are untouched.</translation>
    </message>
    <message>
        <source>Référence</source>
        <translation>Referral</translation>
    </message>
    <message>
        <source>Référence retirée.</source>
        <translation>Referral removed.</translation>
    </message>
    <message>
        <source>Référence {rang}</source>
        <translation>Referral {rang}</translation>
    </message>
    <message>
        <source>Références</source>
        <translation>Referrals</translation>
    </message>
    <message>
        <source>Références encore ouvertes : {ouvertes}.</source>
        <translation>Referrals still open: {ouvertes}.</translation>
    </message>
    <message>
        <source>Références à suivre</source>
        <translation>Referrals to follow</translation>
    </message>
    <message>
        <source>Région</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Région choisie</source>
        <translation>Region chosen</translation>
    </message>
    <message>
        <source>Région rejointe</source>
        <translation>Region joined</translation>
    </message>
    <message>
        <source>Réglages</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Réglé : le journal a corrigé cette écriture depuis.</source>
        <translation>Settled: the journal has corrected this entry since.</translation>
    </message>
    <message>
        <source>Réinstallez le programme.</source>
        <translation>Reinstall the program.</translation>
    </message>
    <message>
        <source>Réinstallez l’application ou remettez le fichier d’origine.</source>
        <translation>Reinstall the application or put the original file back.</translation>
    </message>
    <message>
        <source>Réinstallez l’application.</source>
        <translation>Reinstall the application.</translation>
    </message>
    <message>
        <source>Répertoire</source>
        <translation>Directory</translation>
    </message>
    <message>
        <source>Répertoire de la région : la coordination seule la change.</source>
        <translation>Directory of the region: only the coordination changes it.</translation>
    </message>
    <message>
        <source>Répertoire de la région pris</source>
        <translation>Directory of the region taken</translation>
    </message>
    <message>
        <source>Répertoires du Journal SCLS (*.sclsrep);;Tous les fichiers (*)</source>
        <translation>Journal SCLS directories (*.sclsrep);;All files (*)</translation>
    </message>
    <message>
        <source>Réponse</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Répé&amp;ter la dernière ou celle choisie</source>
        <translation>Repeat the last &amp;one or the chosen one</translation>
    </message>
    <message>
        <source>Répéter (Ctrl+D)</source>
        <translation>Repeat (Ctrl+D)</translation>
    </message>
    <message>
        <source>Répéter l’intervention aujourd’hui</source>
        <translation>Repeat the intervention today</translation>
    </message>
    <message>
        <source>Résultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Résultat de chaque fichier</source>
        <translation>Result of each file</translation>
    </message>
    <message>
        <source>Résumé du mois</source>
        <translation>Monthly summary</translation>
    </message>
    <message>
        <source>Résumé en &amp;PDF…</source>
        <translation>Summary as P&amp;DF…</translation>
    </message>
    <message>
        <source>Réta&amp;blir</source>
        <translation>&amp;Restore</translation>
    </message>
    <message>
        <source>Rétablir</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Rétablissement</source>
        <translation>Restoration</translation>
    </message>
    <message>
        <source>Rétablissez-la avant de la corriger</source>
        <translation>Restore it before you correct it</translation>
    </message>
    <message>
        <source>Rétablissez-la avant de la corriger.</source>
        <translation>Restore it before you correct it.</translation>
    </message>
    <message>
        <source>Rév&amp;oquer ce journal…</source>
        <translation>Revoke &amp;this journal…</translation>
    </message>
    <message>
        <source>Révision {revision}</source>
        <translation>Revision {revision}</translation>
    </message>
    <message>
        <source>Révisions</source>
        <translation>Revisions</translation>
    </message>
    <message>
        <source>Révocation</source>
        <translation>Revocation</translation>
    </message>
    <message>
        <source>Révoquer</source>
        <translation>Revoke</translation>
    </message>
    <message>
        <source>Révoquer un journal</source>
        <translation>Revoke a journal</translation>
    </message>
    <message>
        <source>Révoquer {code} ?</source>
        <translation>Revoke {code}?</translation>
    </message>
    <message>
        <source>Révoqué : rien à attendre</source>
        <translation>Revoked: nothing to expect</translation>
    </message>
    <message>
        <source>Révoqué après le lot {apres}</source>
        <translation>Revoked after lot {apres}</translation>
    </message>
    <message>
        <source>Révoqué en entier</source>
        <translation>Revoked entirely</translation>
    </message>
    <message>
        <source>Révoqué {borne}, le {le} : {raison}</source>
        <translation>Revoked {borne}, on {le}: {raison}</translation>
    </message>
    <message>
        <source>Révoqués</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Réécrire ce &amp;lot (Ctrl+Entrée)</source>
        <translation>&amp;Rewrite this lot (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Réécrire le lot {seq}…</source>
        <translation>Rewrite lot {seq}…</translation>
    </message>
    <message>
        <source>Rôles</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>Rôles des participants</source>
        <translation>Roles of participants</translation>
    </message>
    <message>
        <source>S dans la liste, Alt+S</source>
        <translation>S in the list, Alt+S</translation>
    </message>
    <message>
        <source>Saisie</source>
        <translation>Entry</translation>
    </message>
    <message>
        <source>Saisir une intervention (Ctrl+N)</source>
        <translation>Enter an intervention (Ctrl+N)</translation>
    </message>
    <message>
        <source>Saisissez dans le dossier d’un intervenant.</source>
        <translation>Enter in the folder of a worker.</translation>
    </message>
    <message>
        <source>Sans milieu</source>
        <translation>No site</translation>
    </message>
    <message>
        <source>Sans réponse</source>
        <translation>Unmet</translation>
    </message>
    <message>
        <source>Sans réponse, en tout : {affiche}</source>
        <translation>Unmet, in all: {affiche}</translation>
    </message>
    <message>
        <source>Sans suite</source>
        <translation>No result</translation>
    </message>
    <message>
        <source>Sauvegarde</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Sauvegardes</source>
        <translation>Backups</translation>
    </message>
    <message>
        <source>Sauvegardes de Journal SCLS (*.scls-sauvegarde);;Tous les fichiers (*)</source>
        <translation>Journal SCLS backups (*.scls-sauvegarde);;All files (*)</translation>
    </message>
    <message>
        <source>Se &amp;verrouiller sans geste de votre part après</source>
        <translation>&amp;Lock when you do nothing for</translation>
    </message>
    <message>
        <source>Sera imprimé au résumé du mois.</source>
        <translation>Will be printed in the monthly summary.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Service inconnu</source>
        <translation>Unknown service</translation>
    </message>
    <message>
        <source>Service obtenu</source>
        <translation>Service obtained</translation>
    </message>
    <message>
        <source>Services partenaires</source>
        <translation>Partner services</translation>
    </message>
    <message>
        <source>Seule une action collective a un type d’action collective.</source>
        <translation>Only a collective action has a type of collective action.</translation>
    </message>
    <message>
        <source>Si ce dossier est perdu, cette clé ouvre encore tous les lots que la région a reçus. Qui la tient peut donc les lire : imprimez-la, mettez la feuille sous clé hors du bureau, puis effacez le fichier. Chaque sortie est inscrite au registre.</source>
        <translation>If this folder is lost, this key still opens all the lots that the region has received. Whoever holds it can therefore read them: print it, put the sheet under lock and key outside the office, then delete the file. Every time it is taken out is written in the register.</translation>
    </message>
    <message>
        <source>Si cette copie est maintenant la seule qui sert, lancez « lot nouvelle-incarnation --raison … » ; sinon, n’exportez plus d’ici et continuez dans l’autre.</source>
        <translation>If this copy is now the only one in use, run “lot nouvelle-incarnation --raison …”; otherwise, export nothing more from here and continue in the other one.</translation>
    </message>
    <message>
        <source>Si votre coordonnateur vous les demande au téléphone, dictez-lui :</source>
        <translation>If your coordinator asks for them by telephone, dictate:</translation>
    </message>
    <message>
        <source>Signalez-le au soutien technique.</source>
        <translation>Report it to technical support.</translation>
    </message>
    <message>
        <source>Source de &amp;financement</source>
        <translation>&amp;Source of funding</translation>
    </message>
    <message>
        <source>Sous 20 ou inconnu, le jour exact ne sort pas dans les lots.</source>
        <translation>Under 20 or unknown, the exact day does not leave in lots.</translation>
    </message>
    <message>
        <source>Su&amp;ccession…</source>
        <translation>S&amp;uccession…</translation>
    </message>
    <message>
        <source>Succession de « {nom} »</source>
        <translation>Succession of “{nom}”</translation>
    </message>
    <message>
        <source>Succession d’un organisme</source>
        <translation>Succession of an organization</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Suivi</source>
        <translation>Follow-up</translation>
    </message>
    <message>
        <source>Suivi marqué fait</source>
        <translation>Follow-up marked as done</translation>
    </message>
    <message>
        <source>Suivi à &amp;faire</source>
        <translation>Follow-&amp;up to do</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Suppr : retirer</source>
        <translation>Del: remove</translation>
    </message>
    <message>
        <source>Suppr, puis un chiffre</source>
        <translation>Del, then a digit</translation>
    </message>
    <message>
        <source>Suppr, sur ce filtre</source>
        <translation>Del, on this filter</translation>
    </message>
    <message>
        <source>Sur une liste d’attente</source>
        <translation>On a waiting list</translation>
    </message>
    <message>
        <source>Séances</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Séances au fil du temps</source>
        <translation>Sessions over time</translation>
    </message>
    <message>
        <source>Série</source>
        <translation>Series</translation>
    </message>
    <message>
        <source>S’il est désormais le seul à servir, lancez « lot nouvelle-incarnation --raison … » ; sinon, ne faites rien et exportez de l’autre copie.</source>
        <translation>If it is now the only one in use, run “lot nouvelle-incarnation --raison …”; otherwise, do nothing and export from the other copy.</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>T&amp;ype</translation>
    </message>
    <message>
        <source>T&amp;ype d’action collective</source>
        <translation>Type &amp;of collective action</translation>
    </message>
    <message>
        <source>Tableau</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Tableaux et graphiques</source>
        <translation>Tables and charts</translation>
    </message>
    <message>
        <source>Tableur (*.csv)</source>
        <translation>Spreadsheet (*.csv)</translation>
    </message>
    <message>
        <source>Taille du &amp;texte</source>
        <translation>&amp;Size of the text</translation>
    </message>
    <message>
        <source>Tapez la phrase de passe qui ouvre ce dossier.</source>
        <translation>Type the passphrase that opens this folder.</translation>
    </message>
    <message>
        <source>Tapez les 6 groupes de 5 chiffres que vous entendez.</source>
        <translation>Type the 6 groups of 5 digits that you hear.</translation>
    </message>
    <message>
        <source>Tapez les huit groupes de la feuille de secours.</source>
        <translation>Type the eight groups of the recovery sheet.</translation>
    </message>
    <message>
        <source>Tapez pour chercher</source>
        <translation>Type to search</translation>
    </message>
    <message>
        <source>Tapez son nom ou son code</source>
        <translation>Type its name or its code</translation>
    </message>
    <message>
        <source>Temps</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Temps consigné : {minutes}.</source>
        <translation>Time recorded: {minutes}.</translation>
    </message>
    <message>
        <source>Tenure</source>
        <translation>Tenure</translation>
    </message>
    <message>
        <source>Terminez son nom par .pdf ou .csv.</source>
        <translation>End its name with .pdf or .csv.</translation>
    </message>
    <message>
        <source>Terminez son nom par .xlsx ou .csv.</source>
        <translation>End its name with .xlsx or .csv.</translation>
    </message>
    <message>
        <source>Terminés</source>
        <translation>Finished</translation>
    </message>
    <message>
        <source>Texte &amp;normal</source>
        <translation>&amp;Normal text</translation>
    </message>
    <message>
        <source>Texte (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Texte : « {texte} »</source>
        <translation>Text: “{texte}”</translation>
    </message>
    <message>
        <source>Texte CSV (*.csv)</source>
        <translation>CSV text (*.csv)</translation>
    </message>
    <message>
        <source>Texte plus &amp;grand</source>
        <translation>&amp;Larger text</translation>
    </message>
    <message>
        <source>Texte plus &amp;petit</source>
        <translation>Smaller &amp;text</translation>
    </message>
    <message>
        <source>Titre</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>Titre, code ou type</source>
        <translation>Title, code or type</translation>
    </message>
    <message>
        <source>Tous</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Tous les champs de la ligne</source>
        <translation>All the fields of the line</translation>
    </message>
    <message>
        <source>Tous les fichiers</source>
        <translation>All files</translation>
    </message>
    <message>
        <source>Tous les fichiers ({lignes})</source>
        <translation>All files ({lignes})</translation>
    </message>
    <message>
        <source>Tous les journaux</source>
        <translation>All journals</translation>
    </message>
    <message>
        <source>Tous les liens entre les entrées mènent quelque part.</source>
        <translation>All the links between entries lead somewhere.</translation>
    </message>
    <message>
        <source>Tous les lots reçus sont gardés tels quels. Le dossier peut donc être refait à partir d’eux seuls, dans un dossier vide, puis comparé ligne par ligne à celui-ci, qui ne change pas. Faites-le après une révocation, ou si vous doutez de votre ordinateur.</source>
        <translation>All the lots received are kept as they are. The folder can therefore be rebuilt from them alone, in an empty folder, then compared line by line with this one, which does not change. Do it after a revocation, or if you have doubts about your computer.</translation>
    </message>
    <message>
        <source>Tous, annulées comprises</source>
        <translation>All, cancelled ones included</translation>
    </message>
    <message>
        <source>Tout</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Tout coc&amp;her</source>
        <translation>Tick &amp;all</translation>
    </message>
    <message>
        <source>Tout décoc&amp;her</source>
        <translation>&amp;Untick all</translation>
    </message>
    <message>
        <source>Tout est en ordre.</source>
        <translation>Everything is in order.</translation>
    </message>
    <message>
        <source>Tout est enregistré</source>
        <translation>Everything is saved</translation>
    </message>
    <message>
        <source>Tout montrer</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Tout y est. Relisez, puis Ctrl+Entrée enregistre.</source>
        <translation>Everything is there. Read it again, then Ctrl+Enter saves.</translation>
    </message>
    <message>
        <source>Tout, si le coordonnateur le demande</source>
        <translation>Everything, if the coordinator asks for it</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Toutes les notes se retrouvent par la recherche.</source>
        <translation>All the notes are found by the search.</translation>
    </message>
    <message>
        <source>Toutes les séances</source>
        <translation>All sessions</translation>
    </message>
    <message>
        <source>Toutes leurs révisions disparaissent de ce journal, sans retour; le registre garde leur nombre et la date, jamais leur contenu. Les copies déjà faites les contiennent encore jusqu’à ce que vous les remplaciez.</source>
        <translation>All their revisions disappear from this journal, for good; the register keeps their number and the date, never their content. Copies already made still hold them until you replace them.</translation>
    </message>
    <message>
        <source>Trois problématiques au plus.</source>
        <translation>Three issues at most.</translation>
    </message>
    <message>
        <source>Trois, c’est complet</source>
        <translation>Three, that is the limit</translation>
    </message>
    <message>
        <source>Trous</source>
        <translation>Gaps</translation>
    </message>
    <message>
        <source>Trousseau de la session</source>
        <translation>Keyring of the session</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Type de fichier :</source>
        <translation>File type:</translation>
    </message>
    <message>
        <source>Type d’action collective</source>
        <translation>Type of collective action</translation>
    </message>
    <message>
        <source>Type ou instance</source>
        <translation>Type or body</translation>
    </message>
    <message>
        <source>Téléphonez : deux copies de ce journal semblent servir.</source>
        <translation>Telephone: two copies of this journal seem to be in use.</translation>
    </message>
    <message>
        <source>Téléphonez à cette personne : sa clé a pu être volée, ou son annonce mal datée.</source>
        <translation>Telephone this person: their key may have been stolen, or its announcement wrongly dated.</translation>
    </message>
    <message>
        <source>Téléphonez à cette personne : son journal a été copié, ou une ancienne copie continue.</source>
        <translation>Telephone this person: their journal was copied, or an old copy is still in use.</translation>
    </message>
    <message>
        <source>Téléphonez à cette personne avant de l’importer.</source>
        <translation>Telephone this person before you import it.</translation>
    </message>
    <message>
        <source>Téléphonez à la personne concernée avant de continuer.</source>
        <translation>Telephone the person concerned before you continue.</translation>
    </message>
    <message>
        <source>Téléphonez, puis décidez quelle version est la bonne.</source>
        <translation>Telephone, then decide which version is the right one.</translation>
    </message>
    <message>
        <source>Téléphonez-lui : son journal vient d’une vieille sauvegarde, ou sa clé a été volée.</source>
        <translation>Telephone them: their journal comes from an old backup, or their key was stolen.</translation>
    </message>
    <message numerus="yes">
        <source>Un champ diffère</source>
        <comment>{n} champs diffèrent</comment>
        <translation>
            <numerusform>One field differs</numerusform>
            <numerusform>{n} fields differ</numerusform>
        </translation>
    </message>
    <message>
        <source>Un code de personne…</source>
        <translation>A person’s code…</translation>
    </message>
    <message>
        <source>Un code à vous, jamais un nom.</source>
        <translation>A code of your own, never a name.</translation>
    </message>
    <message>
        <source>Un comité de locataires, un conseil, une table; les membres sont comptés, jamais nommés.</source>
        <translation>A tenants’ committee, a board, a table; members are counted, never named.</translation>
    </message>
    <message>
        <source>Un document publié couvre des mois entiers.</source>
        <translation>A published document covers whole months.</translation>
    </message>
    <message>
        <source>Un document publié ne change jamais : ce qui est corrigé après est dit à côté.</source>
        <translation>A published document never changes: what is corrected afterwards is said beside it.</translation>
    </message>
    <message>
        <source>Un doublon, et lui seul, dit de quelle fiche.</source>
        <translation>A duplicate, and only a duplicate, says of which record.</translation>
    </message>
    <message>
        <source>Un fichier gardé dans le dossier « quarantaine » est endommagé.</source>
        <translation>A file kept in the folder “quarantaine” is damaged.</translation>
    </message>
    <message>
        <source>Un immeuble, ou un ensemble d’immeubles.</source>
        <translation>A building, or a group of buildings.</translation>
    </message>
    <message>
        <source>Un instant, le journal se prépare…</source>
        <translation>One moment, the journal is getting ready…</translation>
    </message>
    <message>
        <source>Un journal compte pour {mois} si un lot est arrivé après la fin de ce mois.</source>
        <translation>A journal counts for {mois} if a lot arrived after the end of that month.</translation>
    </message>
    <message>
        <source>Un journal n’a qu’une région ; voyez avec le soutien technique avant d’en changer.</source>
        <translation>A journal has one region only; see technical support before you change it.</translation>
    </message>
    <message>
        <source>Un lot de clôture, et lui seul, dit quelle période il ferme.</source>
        <translation>A closing lot, and only a closing lot, says which period it closes.</translation>
    </message>
    <message>
        <source>Un lot plus récent a rapporté le contenu des lots manquants : rien n’est perdu.</source>
        <translation>A later lot brought back the content of the missing lots: nothing is lost.</translation>
    </message>
    <message>
        <source>Un milieu ne se ferme pas : ses entrées le nomment encore.</source>
        <translation>A site does not close: its entries still name it.</translation>
    </message>
    <message>
        <source>Un milieu nommé ne peut pas être « sans milieu ».</source>
        <translation>A named site cannot be “sans milieu”.</translation>
    </message>
    <message>
        <source>Un modèle ne garde ni date, ni note, ni code de personne, ni suivi.</source>
        <translation>A template keeps no date, no note, no code of a person, no follow-up.</translation>
    </message>
    <message>
        <source>Un mois</source>
        <translation>A month</translation>
    </message>
    <message>
        <source>Un office est regroupé, une coopérative change de nom légal : l’un remplace l’autre.</source>
        <translation>An office is merged, a cooperative changes its legal name: one replaces the other.</translation>
    </message>
    <message>
        <source>Un office, un OBNL ou une coopérative d’habitation.</source>
        <translation>A housing office, an OBNL or a housing cooperative.</translation>
    </message>
    <message>
        <source>Un organisme ne peut pas se succéder à lui-même.</source>
        <translation>An organization cannot succeed itself.</translation>
    </message>
    <message>
        <source>Un retrait reprend une intervention annulée ici, qui était déjà partie.</source>
        <translation>A withdrawal takes back an intervention cancelled here, that had already left.</translation>
    </message>
    <message>
        <source>Un service où l’on oriente; jamais une personne.</source>
        <translation>A service to which people are referred; never a person.</translation>
    </message>
    <message>
        <source>Un trimestre</source>
        <translation>A quarter</translation>
    </message>
    <message>
        <source>Une action collective doit avoir un type.</source>
        <translation>A collective action must have a type.</translation>
    </message>
    <message>
        <source>Une action individuelle compte au moins une participation.</source>
        <translation>An individual action counts at least one participation.</translation>
    </message>
    <message>
        <source>Une adresse de base ne porte pas de mot de passe : d’autres pourraient le voir.</source>
        <translation>A database address carries no password: others could see it.</translation>
    </message>
    <message>
        <source>Une année</source>
        <translation>A year</translation>
    </message>
    <message>
        <source>Une année financière (avril à mars)</source>
        <translation>A fiscal year (April to March)</translation>
    </message>
    <message>
        <source>Une autre personne enregistre en ce moment sur le serveur : rien n’a été changé.</source>
        <translation>Someone else is saving on the server at this moment: nothing was changed.</translation>
    </message>
    <message>
        <source>Une autre édition du vocabulaire porte ce nom ou cette date.</source>
        <translation>Another edition of the vocabulary has this name or this date.</translation>
    </message>
    <message>
        <source>Une coordination sur un serveur ne tient pas de journal : rien n’a été enregistré.</source>
        <translation>A coordination on a server keeps no journal: nothing was saved.</translation>
    </message>
    <message>
        <source>Une copie se fait chaque jour d’usage. Sont gardées celles des sept derniers jours, d’une par semaine pendant quatre semaines, et d’avant chaque mise à jour du fichier. Elles sont chiffrées comme le journal.</source>
        <translation>A copy is made on every day of use. Kept are those of the last seven days, one a week for four weeks, and the ones from before each update of the file. They are encrypted like the journal.</translation>
    </message>
    <message>
        <source>Une deuxième ?</source>
        <translation>A second one?</translation>
    </message>
    <message>
        <source>Une décision vous attend</source>
        <translation>A decision awaits you</translation>
    </message>
    <message>
        <source>Une démarche, un projet, une activité qui revient.</source>
        <translation>An initiative, a project, an activity that comes back.</translation>
    </message>
    <message>
        <source>Une empreinte a 30 chiffres.</source>
        <translation>A fingerprint has 30 digits.</translation>
    </message>
    <message>
        <source>Une fiche de la liste montrée (Alt+A)</source>
        <translation>A record of the list shown (Alt+A)</translation>
    </message>
    <message>
        <source>Une fiche de la région reste toujours : c’est l’autre qui s’y fond.</source>
        <translation>A record of the region always stays: the other one is merged into it.</translation>
    </message>
    <message>
        <source>Une fiche ne peut pas être fusionnée avec elle-même.</source>
        <translation>A record cannot be merged with itself.</translation>
    </message>
    <message>
        <source>Une fiche à publier renvoie à une autre qui est encore à vérifier.</source>
        <translation>A record to publish refers to another one that is still to be checked.</translation>
    </message>
    <message>
        <source>Une intervention compte sous ce que le milieu était ce jour-là.</source>
        <translation>An intervention counts under what the site was on that day.</translation>
    </message>
    <message>
        <source>Une par ligne; gardées ici, imprimées au bilan, jamais envoyées à la région.</source>
        <translation>One per line; kept here, printed in the report, never sent to the region.</translation>
    </message>
    <message>
        <source>Une référence se ferme par sa suite : Entrée l’ouvre.</source>
        <translation>A referral is closed by its outcome: Enter opens it.</translation>
    </message>
    <message>
        <source>Une troisième ?</source>
        <translation>A third one?</translation>
    </message>
    <message>
        <source>Verrouillage et saisie</source>
        <translation>Locking and entry</translation>
    </message>
    <message>
        <source>Verrouillé</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Vers</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Version {lettre}</source>
        <translation>Version {lettre}</translation>
    </message>
    <message>
        <source>Vide : toute la région.</source>
        <translation>Empty: the whole region.</translation>
    </message>
    <message>
        <source>Vide si vous ne savez pas.</source>
        <translation>Empty if you do not know.</translation>
    </message>
    <message>
        <source>Vide s’il existe encore.</source>
        <translation>Empty if it still exists.</translation>
    </message>
    <message>
        <source>Vide tant qu’il continue.</source>
        <translation>Empty as long as it continues.</translation>
    </message>
    <message>
        <source>Videz la colonne milieu ou donnez sa tenure.</source>
        <translation>Empty the milieu column or give its tenure.</translation>
    </message>
    <message>
        <source>Vie {epoque} du journal</source>
        <translation>Life {epoque} of the journal</translation>
    </message>
    <message>
        <source>Voici ce que vous aviez commencé.</source>
        <translation>Here is what you had begun.</translation>
    </message>
    <message>
        <source>Voir ce qu’il y a derrière un chiffre</source>
        <translation>See what is behind a figure</translation>
    </message>
    <message>
        <source>Voir la liste</source>
        <translation>See the list</translation>
    </message>
    <message>
        <source>Voir la région</source>
        <translation>See the region</translation>
    </message>
    <message>
        <source>Voir le &amp;bilan… (Entrée)</source>
        <translation>See the &amp;report… (Enter)</translation>
    </message>
    <message>
        <source>Voir le bilan</source>
        <translation>See the report</translation>
    </message>
    <message>
        <source>Voir le graphique</source>
        <translation>See the chart</translation>
    </message>
    <message>
        <source>Voir le re&amp;gistre</source>
        <translation>See the &amp;register</translation>
    </message>
    <message>
        <source>Voir le tableau</source>
        <translation>See the table</translation>
    </message>
    <message>
        <source>Voir les &amp;interventions… (Alt+I)</source>
        <translation>See the &amp;interventions… (Alt+I)</translation>
    </message>
    <message>
        <source>Voir les détails</source>
        <translation>See the details</translation>
    </message>
    <message>
        <source>Voir les lignes &amp;mêmes du fichier</source>
        <translation>&amp;See the very lines of the file</translation>
    </message>
    <message>
        <source>Volet</source>
        <translation>Component</translation>
    </message>
    <message>
        <source>Volet Milieu hors des bases</source>
        <translation>Milieu component out of the bases</translation>
    </message>
    <message>
        <source>Vos chiffres</source>
        <translation>Your digits</translation>
    </message>
    <message>
        <source>Vos clés</source>
        <translation>Your keys</translation>
    </message>
    <message>
        <source>Votre brouillon est revenu tel que vous l’aviez laissé.</source>
        <translation>Your draft is back as you left it.</translation>
    </message>
    <message>
        <source>Votre code de secours</source>
        <translation>Your recovery code</translation>
    </message>
    <message>
        <source>Votre coordonnateur vous donne un petit fichier, par courriel ou sur une clé USB. Choisissez-le, ou déposez-le n’importe où sur cette page.</source>
        <translation>Your coordinator gives you a small file, by e-mail or on a USB key. Choose it, or drop it anywhere on this page.</translation>
    </message>
    <message>
        <source>Votre décision arrive aux journaux avec la prochaine édition publiée.</source>
        <translation>Your decision reaches the journals with the next published edition.</translation>
    </message>
    <message>
        <source>Votre journal est créé et s’ouvrira avec votre phrase de passe. Mais sans ce code, une phrase oubliée est un journal perdu, et il ne sera plus montré.</source>
        <translation>Your journal is created and will open with your passphrase. But without this code, a forgotten passphrase is a lost journal, and it will not be shown again.</translation>
    </message>
    <message>
        <source>Votre journal est encore vide.</source>
        <translation>Your journal is still empty.</translation>
    </message>
    <message>
        <source>Votre nouveau code de secours</source>
        <translation>Your new recovery code</translation>
    </message>
    <message>
        <source>Votre nouvelle phrase de passe</source>
        <translation>Your new passphrase</translation>
    </message>
    <message>
        <source>Votre nouvelle phrase de passe est en place</source>
        <translation>Your new passphrase is in place</translation>
    </message>
    <message>
        <source>Votre nouvelle phrase de passe est en place.</source>
        <translation>Your new passphrase is in place.</translation>
    </message>
    <message>
        <source>Votre phrase de passe</source>
        <translation>Your passphrase</translation>
    </message>
    <message>
        <source>Votre phrase de passe, pour confirmer que c’est bien vous</source>
        <translation>Your passphrase, to confirm that it is you</translation>
    </message>
    <message>
        <source>Vous avez décidé que cette copie ne sert qu’à lire : aucun envoi n’en part. Continuez dans l’autre copie.</source>
        <translation>You decided that this copy is for reading only: nothing is sent from it. Continue in the other copy.</translation>
    </message>
    <message>
        <source>Vous corrigez l’intervention du {jour} (révision {revision}).</source>
        <translation>You are correcting the intervention of {jour} (revision {revision}).</translation>
    </message>
    <message numerus="yes">
        <source>Vous pourrez réessayer dans {n} seconde.</source>
        <comment>Vous pourrez réessayer dans {n} secondes.</comment>
        <translation>
            <numerusform>You can try again in {n} second.</numerusform>
            <numerusform>You can try again in {n} seconds.</numerusform>
        </translation>
    </message>
    <message>
        <source>Vous pouvez continuer. Si le problème revient, copiez le rapport et transmettez-le à la personne qui vous soutient : il ne contient aucune saisie.</source>
        <translation>You can continue. If the problem comes back, copy the report and pass it on to the person who supports you: it contains none of your entries.</translation>
    </message>
    <message>
        <source>Véri&amp;fier le dossier</source>
        <translation>Check the &amp;folder</translation>
    </message>
    <message>
        <source>Vérification de la phrase de passe</source>
        <translation>Checking the passphrase</translation>
    </message>
    <message>
        <source>Vérification du document</source>
        <translation>Checking the document</translation>
    </message>
    <message>
        <source>Vérification du dossier</source>
        <translation>Checking the folder</translation>
    </message>
    <message>
        <source>Vérifier au téléphone</source>
        <translation>Check by telephone</translation>
    </message>
    <message>
        <source>Vérifier et rendre compte</source>
        <translation>Check and account</translation>
    </message>
    <message>
        <source>Vérifier un code</source>
        <translation>Check a code</translation>
    </message>
    <message>
        <source>Vérifiez auprès de l’expéditeur à qui il est destiné.</source>
        <translation>Check with the sender who it is meant for.</translation>
    </message>
    <message>
        <source>Vérifiez auprès de l’expéditeur à qui l’envoi est destiné.</source>
        <translation>Check with the sender who the file is meant for.</translation>
    </message>
    <message>
        <source>Vérifiez auprès de votre coordination.</source>
        <translation>Check with your coordination.</translation>
    </message>
    <message>
        <source>Vérifiez le chemin du dossier et que le disque ou la clé est bien branché.</source>
        <translation>Check the path of the folder and that the disk or the key is properly connected.</translation>
    </message>
    <message>
        <source>Vérifiez le code, et que c’est bien ce dossier qui a publié le document.</source>
        <translation>Check the code, and that it is indeed this folder that published the document.</translation>
    </message>
    <message>
        <source>Vérifiez le disque ou la clé, puis recommencez.</source>
        <translation>Check the disk or the key, then try again.</translation>
    </message>
    <message>
        <source>Vérifiez le disque, puis relisez votre dernière entrée avant de la ressaisir.</source>
        <translation>Check the disk, then read your last entry before you enter it again.</translation>
    </message>
    <message>
        <source>Vérifiez le réseau, puis recommencez ; ce qui est déjà là sera reconnu.</source>
        <translation>Check the network, then try again; what is already there will be recognized.</translation>
    </message>
    <message>
        <source>Vérifiez les majuscules et le clavier, ou utilisez le code de secours.</source>
        <translation>Check the capitals and the keyboard, or use the recovery code.</translation>
    </message>
    <message>
        <source>Vérifiez l’adresse ou le dossier.</source>
        <translation>Check the address or the folder.</translation>
    </message>
    <message>
        <source>Vérifiez l’adresse, le réseau, le mot de passe (fichier ~/.pgpass) et le certificat, ou demandez à la personne qui s’occupe du serveur.</source>
        <translation>Check the address, the network, the password (file ~/.pgpass) and the certificate, or ask the person who looks after the server.</translation>
    </message>
    <message>
        <source>Vérifiez l’adresse, ou faites remettre la sauvegarde du serveur.</source>
        <translation>Check the address, or have the backup of the server restored.</translation>
    </message>
    <message>
        <source>Vérifiez ou fusionnez d’abord cette autre fiche.</source>
        <translation>First check or merge that other record.</translation>
    </message>
    <message>
        <source>Vérifiez que c’est le bon fichier.</source>
        <translation>Check that it is the right file.</translation>
    </message>
    <message>
        <source>Vérifiez que c’est le bon fichier; sinon, demandez des envois plus courts.</source>
        <translation>Check that it is the right file; otherwise, ask for shorter lots.</translation>
    </message>
    <message>
        <source>Vérifiez que la clé ou le dossier est accessible et que c’est bien un fichier.</source>
        <translation>Check that the key or the folder is accessible and that it is indeed a file.</translation>
    </message>
    <message>
        <source>Vérifiez que la clé ou le dossier est accessible, puis recommencez.</source>
        <translation>Check that the key or the folder is accessible, then try again.</translation>
    </message>
    <message>
        <source>Vérifiez que la clé ou le dossier partagé est accessible, puis recommencez.</source>
        <translation>Check that the key or the shared folder is accessible, then try again.</translation>
    </message>
    <message>
        <source>Vérifiez que la clé ou le dossier partagé est branché, puis recommencez.</source>
        <translation>Check that the key or the shared folder is connected, then try again.</translation>
    </message>
    <message>
        <source>Vérifiez que le disque est branché et que le dossier vous appartient, puis recommencez.</source>
        <translation>Check that the disk is connected and that the folder belongs to you, then try again.</translation>
    </message>
    <message>
        <source>Vérifiez que le dossier est à vous et qu’aucun autre logiciel ne l’occupe.</source>
        <translation>Check that the folder is yours and that no other software is using it.</translation>
    </message>
    <message>
        <source>Vérifiez que le dossier vous appartient et n’est pas protégé en écriture; il a pu être ouvert une fois par un autre compte, comme celui d’un administrateur.</source>
        <translation>Check that the folder belongs to you and is not write-protected; it may have been opened once by another account, such as an administrator’s.</translation>
    </message>
    <message>
        <source>Vérifiez que vous avez choisi le bon fichier.</source>
        <translation>Check that you chose the right file.</translation>
    </message>
    <message>
        <source>Vérifiez son code ou son identifiant.</source>
        <translation>Check its code or its identifier.</translation>
    </message>
    <message>
        <source>Vérifiez son nom ; elle doit être en UTF-8.</source>
        <translation>Check its name; it must be in UTF-8.</translation>
    </message>
    <message>
        <source>Vérifiez son nom et le dossier où il se trouve.</source>
        <translation>Check its name and the folder where it is.</translation>
    </message>
    <message>
        <source>Vérifiez à qui il est destiné. Si ce dossier vient d’une sauvegarde plus ancienne que son changement de clés, changez ses clés de nouveau et téléphonez.</source>
        <translation>Check who it is meant for. If this folder comes from a backup older than its change of keys, change its keys again and telephone.</translation>
    </message>
    <message>
        <source>Vérifiez-le avec la commande « lister ».</source>
        <translation>Check it with the command “lister”.</translation>
    </message>
    <message>
        <source>Vérifiez-le avec la commande « repertoire lister ».</source>
        <translation>Check it with the command “repertoire lister”.</translation>
    </message>
    <message>
        <source>Vérifiez-le avec la commande « repertoire propositions ».</source>
        <translation>Check it with the command “repertoire propositions”.</translation>
    </message>
    <message>
        <source>[…], chacun selon son genre</source>
        <translation>[…], each according to its kind</translation>
    </message>
    <message>
        <source>abandonné</source>
        <translation>abandoned</translation>
    </message>
    <message>
        <source>accord</source>
        <translation>agreement</translation>
    </message>
    <message>
        <source>accord, ce journal et la région tiennent les mêmes {tenues}.</source>
        <translation>agreement, this journal and the region hold the same {tenues}.</translation>
    </message>
    <message>
        <source>accusé écrit</source>
        <translation>acknowledgement written</translation>
    </message>
    <message>
        <source>accusés écrits</source>
        <translation>acknowledgements written</translation>
    </message>
    <message>
        <source>adresse</source>
        <translation>address</translation>
    </message>
    <message>
        <source>ajouter créer</source>
        <translation>add create</translation>
    </message>
    <message>
        <source>année financière {du}-{au}</source>
        <translation>fiscal year {du}-{au}</translation>
    </message>
    <message>
        <source>année {annee}</source>
        <translation>{annee}</translation>
    </message>
    <message>
        <source>appliqué</source>
        <translation>applied</translation>
    </message>
    <message>
        <source>appliqués</source>
        <translation>applied</translation>
    </message>
    <message>
        <source>après le lot {apres}</source>
        <translation>after lot {apres}</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>aucun hors</source>
        <translation>none without</translation>
    </message>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <source>changements</source>
        <translation>changes</translation>
    </message>
    <message>
        <source>clôture</source>
        <translation>closing</translation>
    </message>
    <message>
        <source>code personne</source>
        <translation>code person</translation>
    </message>
    <message>
        <source>code postal</source>
        <translation>postal code</translation>
    </message>
    <message>
        <source>comité</source>
        <translation>committee</translation>
    </message>
    <message>
        <source>comités</source>
        <translation>committees</translation>
    </message>
    <message>
        <source>corbeille état</source>
        <translation>bin status</translation>
    </message>
    <message>
        <source>corrigé</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>courriel</source>
        <translation>e-mail address</translation>
    </message>
    <message>
        <source>date de naissance</source>
        <translation>date of birth</translation>
    </message>
    <message>
        <source>de la région</source>
        <translation>from the region</translation>
    </message>
    <message>
        <source>depuis le {du}</source>
        <translation>since {du}</translation>
    </message>
    <message>
        <source>dernier envoi : {dernier}</source>
        <translation>last sending: {dernier}</translation>
    </message>
    <message>
        <source>dernière sauvegarde : aujourd’hui</source>
        <translation>last backup: today</translation>
    </message>
    <message>
        <source>dissous</source>
        <translation>dissolved</translation>
    </message>
    <message>
        <source>doublon</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>doublons</source>
        <translation>duplicates</translation>
    </message>
    <message>
        <source>du {du} au {au}</source>
        <translation>from {du} to {au}</translation>
    </message>
    <message>
        <source>décidé</source>
        <translation>decided</translation>
    </message>
    <message>
        <source>déposer le fichier sur la page</source>
        <translation>drop the file on the page</translation>
    </message>
    <message>
        <source>désaccord</source>
        <translation>disagreement</translation>
    </message>
    <message>
        <source>désaccord, il en déclare {declarees}, la région en tient {nombre}.</source>
        <translation>disagreement, it declares {declarees}, the region holds {nombre}.</translation>
    </message>
    <message>
        <source>désaccord, le même nombre ({tenues}), mais pas le même contenu.</source>
        <translation>disagreement, the same number ({tenues}), but not the same content.</translation>
    </message>
    <message>
        <source>d’ici</source>
        <translation>from here</translation>
    </message>
    <message>
        <source>en activité</source>
        <translation>active</translation>
    </message>
    <message>
        <source>en attente</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>en cours</source>
        <translation>under way</translation>
    </message>
    <message>
        <source>en double : {liste}</source>
        <translation>twice: {liste}</translation>
    </message>
    <message>
        <source>en entier</source>
        <translation>entirely</translation>
    </message>
    <message>
        <source>en quarantaine</source>
        <translation>in quarantine</translation>
    </message>
    <message>
        <source>en retard, {relance}</source>
        <translation>overdue, {relance}</translation>
    </message>
    <message>
        <source>est plus ancienne que celle de ce dossier : rien n’a changé.</source>
        <translation>is older than the one of this folder: nothing has changed.</translation>
    </message>
    <message>
        <source>est prise.</source>
        <translation>is taken.</translation>
    </message>
    <message>
        <source>et {compte}</source>
        <translation>and {compte}</translation>
    </message>
    <message>
        <source>ex. 2026-04-01</source>
        <translation>e.g. 2026-04-01</translation>
    </message>
    <message>
        <source>ex. 45 ou 1h30</source>
        <translation>e.g. 45 or 1h30</translation>
    </message>
    <message>
        <source>ex. P-014</source>
        <translation>e.g. P-014</translation>
    </message>
    <message>
        <source>ex. demain, +7, lu</source>
        <translation>e.g. +7, demain, lu</translation>
    </message>
    <message>
        <source>ex. hier 30 min tél Érables conflit réf CLSC santé mentale</source>
        <translation>in French, e.g. hier 30 min tél Érables conflit réf CLSC santé mentale</translation>
    </message>
    <message>
        <source>ex. hier, lu, 14-03</source>
        <translation>e.g. -1, 14-03, hier, lu</translation>
    </message>
    <message>
        <source>ex. rappeler la personne</source>
        <translation>e.g. call the person back</translation>
    </message>
    <message>
        <source>fichier gardé {nom}…</source>
        <translation>kept file {nom}…</translation>
    </message>
    <message>
        <source>flèches, sur la semaine</source>
        <translation>arrows, on the week</translation>
    </message>
    <message>
        <source>hier</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>ici</source>
        <translation>here</translation>
    </message>
    <message>
        <source>il manque {plages}</source>
        <translation>missing {plages}</translation>
    </message>
    <message>
        <source>immeuble, jour</source>
        <translation>building, day</translation>
    </message>
    <message>
        <source>inconnu</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>inconnu, aucun lot n’est arrivé.</source>
        <translation>unknown, no lot has arrived.</translation>
    </message>
    <message>
        <source>inscrit</source>
        <translation>registered</translation>
    </message>
    <message>
        <source>jamais</source>
        <translation>never</translation>
    </message>
    <message>
        <source>jamais écrit : à réécrire</source>
        <translation>never written: to be rewritten</translation>
    </message>
    <message>
        <source>jour</source>
        <translation>day</translation>
    </message>
    <message>
        <source>jusqu’au {au}</source>
        <translation>until {au}</translation>
    </message>
    <message>
        <source>jusqu’au {fin}</source>
        <translation>until {fin}</translation>
    </message>
    <message>
        <source>la région</source>
        <translation>the region</translation>
    </message>
    <message>
        <source>la sauvegarde du jour n’a pas pu se faire</source>
        <translation>the backup of the day could not be made</translation>
    </message>
    <message>
        <source>le {jour}</source>
        <translation>on {jour}</translation>
    </message>
    <message>
        <source>logement</source>
        <translation>dwelling</translation>
    </message>
    <message>
        <source>logements inconnus</source>
        <translation>dwellings unknown</translation>
    </message>
    <message>
        <source>lot complet</source>
        <translation>complete lot</translation>
    </message>
    <message>
        <source>lots {plages}</source>
        <translation>lots {plages}</translation>
    </message>
    <message>
        <source>milieu</source>
        <translation>site</translation>
    </message>
    <message>
        <source>milieux</source>
        <translation>sites</translation>
    </message>
    <message>
        <source>nom</source>
        <translation>name</translation>
    </message>
    <message>
        <source>nombre inconnu</source>
        <translation>number unknown</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>numéro d’assurance maladie</source>
        <translation>health insurance number</translation>
    </message>
    <message>
        <source>numéro d’assurance sociale</source>
        <translation>social insurance number</translation>
    </message>
    <message>
        <source>obligatoire</source>
        <translation>required</translation>
    </message>
    <message>
        <source>organisme</source>
        <translation>organization</translation>
    </message>
    <message>
        <source>organismes</source>
        <translation>organizations</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>pareil</source>
        <translation>same</translation>
    </message>
    <message>
        <source>pas arrivé : à réécrire</source>
        <translation>not arrived: to be rewritten</translation>
    </message>
    <message>
        <source>projet</source>
        <translation>project</translation>
    </message>
    <message>
        <source>projets</source>
        <translation>projects</translation>
    </message>
    <message>
        <source>proposé</source>
        <translation>suggested</translation>
    </message>
    <message>
        <source>prénom</source>
        <translation>first name</translation>
    </message>
    <message>
        <source>prévu</source>
        <translation>planned</translation>
    </message>
    <message>
        <source>refusé</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>refusé par la région</source>
        <translation>refused by the region</translation>
    </message>
    <message>
        <source>refusés</source>
        <translation>refused</translation>
    </message>
    <message>
        <source>relancer {reference}</source>
        <translation>follow up {reference}</translation>
    </message>
    <message>
        <source>retrait</source>
        <translation>withdrawal</translation>
    </message>
    <message>
        <source>reçu par le coordonnateur</source>
        <translation>received by the coordinator</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>rien à envoyer</source>
        <translation>nothing to send</translation>
    </message>
    <message>
        <source>rien, l’écriture est annulée</source>
        <translation>nothing, the entry is cancelled</translation>
    </message>
    <message>
        <source>réf. {reference}</source>
        <translation>ref. {reference}</translation>
    </message>
    <message>
        <source>révoqué</source>
        <translation>revoked</translation>
    </message>
    <message>
        <source>sauvegarde : celle du serveur</source>
        <translation>backup: that of the server</translation>
    </message>
    <message>
        <source>sauvegarde en cours…</source>
        <translation>backing up…</translation>
    </message>
    <message>
        <source>service partenaire</source>
        <translation>partner service</translation>
    </message>
    <message>
        <source>services partenaires</source>
        <translation>partner services</translation>
    </message>
    <message>
        <source>suite</source>
        <translation>continuation</translation>
    </message>
    <message>
        <source>suivi – {libelle}</source>
        <translation>follow-up – {libelle}</translation>
    </message>
    <message>
        <source>terminé</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>toute la région</source>
        <translation>the whole region</translation>
    </message>
    <message>
        <source>toutes les dates</source>
        <translation>all dates</translation>
    </message>
    <message>
        <source>téléphone</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>{phrase}. Deux copies qui envoient se contrediraient.</source>
        <translation>{phrase}. Two copies that send would contradict each other.</translation>
    </message>
    <message>
        <source>{bouton} (Ctrl+Entrée)</source>
        <translation>{bouton} (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>{code} est révoqué</source>
        <translation>{code} is revoked</translation>
    </message>
    <message>
        <source>{code} ne pourra plus entrer que par une nouvelle inscription. Cela ne s’annule pas, et rien n’est effacé.</source>
        <translation>{code} will only be able to come in by a new registration. This cannot be undone, and nothing is erased.</translation>
    </message>
    <message>
        <source>{compte} au registre.</source>
        <translation>{compte} in the register.</translation>
    </message>
    <message>
        <source>{compte} dans {fichier}, en clair</source>
        <translation>{compte} in {fichier}, in clear</translation>
    </message>
    <message>
        <source>{compte} sans certaines lignes, pour protéger les petits nombres : chacun dit pourquoi.</source>
        <translation>{compte} without some rows, to protect small numbers: each one says why.</translation>
    </message>
    <message>
        <source>{compte} à décider.</source>
        <translation>{compte} to decide.</translation>
    </message>
    <message>
        <source>{compte} à regarder.</source>
        <translation>{compte} to look at.</translation>
    </message>
    <message>
        <source>{compte} à « {nouveau} » le {le} : {noms}.</source>
        <translation>{compte} to “{nouveau}” on {le}: {noms}.</translation>
    </message>
    <message>
        <source>{compte}, à reprendre après une mise à jour ou une inscription</source>
        <translation>{compte}, to retry after an update or a registration</translation>
    </message>
    <message>
        <source>{compte}{retraits} dans le lot {seq}. Ces lignes, et rien d’autre : chaque champ est montré tel qu’il partira.</source>
        <translation>{compte}{retraits} in lot {seq}. These lines, and nothing else: each field is shown as it will leave.</translation>
    </message>
    <message>
        <source>{date} à {instant}</source>
        <translation>{date} at {instant}</translation>
    </message>
    <message>
        <source>{mots} (non : champ déjà rempli)</source>
        <translation>{mots} (no: field already filled)</translation>
    </message>
    <message>
        <source>{done} sur {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>{du} à {au}</source>
        <translation>{du} to {au}</translation>
    </message>
    <message>
        <source>{ecritures} et {retraits} à envoyer, dans le lot {seq}.</source>
        <translation>{ecritures} and {retraits} to send, in lot {seq}.</translation>
    </message>
    <message>
        <source>{ecritures} à envoyer, dans le lot {seq}.</source>
        <translation>{ecritures} to send, in lot {seq}.</translation>
    </message>
    <message>
        <source>{heures} h</source>
        <translation>{heures} h</translation>
    </message>
    <message>
        <source>{heures} h {minutes:02d}</source>
        <translation>{heures} h {minutes:02d}</translation>
    </message>
    <message>
        <source>{heure} h {minute:02d}</source>
        <translation>{heure}:{minute:02d}</translation>
    </message>
    <message>
        <source>{jours}&#xa0;ans</source>
        <translation>{jours} yr</translation>
    </message>
    <message>
        <source>{jours}&#xa0;j</source>
        <translation>{jours} d</translation>
    </message>
    <message>
        <source>{jours}&#xa0;mois</source>
        <translation>{jours} mo</translation>
    </message>
    <message>
        <source>{jours}&#xa0;sem.</source>
        <translation>{jours} wk</translation>
    </message>
    <message>
        <source>{jour} à {heure}, {auteur}</source>
        <translation>{jour} at {heure}, {auteur}</translation>
    </message>
    <message>
        <source>{legende} · Brouillon gardé à {heure}</source>
        <translation>{legende} · Draft kept at {heure}</translation>
    </message>
    <message>
        <source>{libelle} : noté</source>
        <translation>{libelle}: noted</translation>
    </message>
    <message>
        <source>{liste} La décision n’efface rien et ne change pas les chiffres d’elle-même : si une autre version est la bonne, demandez à {code} de corriger cette écriture et d’envoyer un lot. Sa correction remplacera toutes les versions.</source>
        <translation>{liste} The decision erases nothing and does not change the figures by itself: if another version is the right one, ask {code} to correct this entry and to send a lot. Their correction will replace all the versions.</translation>
    </message>
    <message>
        <source>{liste}; la dernière, le {derniere}.</source>
        <translation>{liste}; the last one on {derniere}.</translation>
    </message>
    <message>
        <source>{lots} lots différents de {code} portent le numéro {seq}</source>
        <translation>{lots} different lots of {code} bear the number {seq}</translation>
    </message>
    <message>
        <source>{milieux}
« {nom} » finit le {le}.
{suite}
Le bilan compte chaque intervention sous l’organisme du jour; il peut aussi réunir « {nom} » et « {nouveau} » sous l’organisme actuel.</source>
        <translation>{milieux}
“{nom}” ends on {le}.
{suite}
The report counts each intervention under the organization of the day; it can also bring “{nom}” and “{nouveau}” together under the current organization.</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{mot}, le {le} : {raison}</source>
        <translation>{mot}, on {le}: {raison}</translation>
    </message>
    <message>
        <source>{fichier} : {nouvelles} du journal {code}{deja}.</source>
        <translation>{fichier}: {nouvelles} from journal {code}{deja}.</translation>
    </message>
    <message>
        <source>{nombre}, et rien d’autre. Seule votre région pourra l’ouvrir.</source>
        <translation>{nombre}, and nothing else. Only your region will be able to open it.</translation>
    </message>
    <message>
        <source>{noms} à {heure}</source>
        <translation>{noms} at {heure}</translation>
    </message>
    <message>
        <source>{nom} :</source>
        <translation>{nom}:</translation>
    </message>
    <message>
        <source>{nom} : {valeur}</source>
        <translation>{nom}: {valeur}</translation>
    </message>
    <message>
        <source>{nom} ans : {nombre}</source>
        <translation>{nom} years: {nombre}</translation>
    </message>
    <message>
        <source>{nom} ans&#xa0;: {nombre}</source>
        <translation>{nom} years: {nombre}</translation>
    </message>
    <message>
        <source>{nom} de la référence {rang}</source>
        <translation>{nom} of referral {rang}</translation>
    </message>
    <message>
        <source>{nom} est inscrit. Remettez-lui l’acceptation : {chemin}</source>
        <translation>{nom} is registered. Give them the acceptance: {chemin}</translation>
    </message>
    <message numerus="yes">
        <source>{n} acte</source>
        <comment>{n} actes</comment>
        <translation>
            <numerusform>{n} act</numerusform>
            <numerusform>{n} acts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} annulée, non comptée</source>
        <comment>{n} annulées, non comptées</comment>
        <translation>
            <numerusform>{n} cancelled, not counted</numerusform>
            <numerusform>{n} cancelled, not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} autre</source>
        <comment>{n} autres</comment>
        <translation>
            <numerusform>{n} other</numerusform>
            <numerusform>{n} others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} brouillon</source>
        <comment>{n} brouillons</comment>
        <translation>
            <numerusform>{n} draft</numerusform>
            <numerusform>{n} drafts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} brouillon reste ici : il n’est pas fini.</source>
        <comment>{n} brouillons restent ici : ils ne sont pas finis.</comment>
        <translation>
            <numerusform>{n} draft stays here: it is not finished.</numerusform>
            <numerusform>{n} drafts stay here: they are not finished.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} chose à décider</source>
        <comment>{n} choses à décider</comment>
        <translation>
            <numerusform>{n} thing to decide</numerusform>
            <numerusform>{n} things to decide</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} doublon possible</source>
        <comment>{n} doublons possibles</comment>
        <translation>
            <numerusform>{n} possible duplicate</numerusform>
            <numerusform>{n} possible duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fiche</source>
        <comment>{n} fiches</comment>
        <translation>
            <numerusform>{n} record</numerusform>
            <numerusform>{n} records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fiche locale</source>
        <comment>{n} fiches locales</comment>
        <translation>
            <numerusform>{n} local record</numerusform>
            <numerusform>{n} local records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fichier</source>
        <comment>{n} fichiers</comment>
        <translation>
            <numerusform>{n} file</numerusform>
            <numerusform>{n} files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fichier mis de côté</source>
        <comment>{n} fichiers mis de côté</comment>
        <translation>
            <numerusform>{n} file put aside</numerusform>
            <numerusform>{n} files put aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} fichier relu</source>
        <comment>{n} fichiers relus</comment>
        <translation>
            <numerusform>{n} file read again</numerusform>
            <numerusform>{n} files read again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} intervention</source>
        <comment>{n} interventions</comment>
        <translation>
            <numerusform>{n} intervention</numerusform>
            <numerusform>{n} interventions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} intervention annulée</source>
        <comment>{n} interventions annulées</comment>
        <translation>
            <numerusform>{n} cancelled intervention</numerusform>
            <numerusform>{n} cancelled interventions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} intervention annulée déjà envoyée à la région reste ici : la région compte sur son retrait.</source>
        <comment>{n} interventions annulées déjà envoyées à la région restent ici : la région compte sur leur retrait.</comment>
        <translation>
            <numerusform>{n} cancelled intervention already sent to the region stays here: the region counts on its withdrawal.</numerusform>
            <numerusform>{n} cancelled interventions already sent to the region stay here: the region counts on their withdrawal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} intervention détruite, inscrite au registre</source>
        <comment>{n} interventions détruites, inscrites au registre</comment>
        <translation>
            <numerusform>{n} intervention destroyed, written in the register</numerusform>
            <numerusform>{n} interventions destroyed, written in the register</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} jour</source>
        <comment>{n} jours</comment>
        <translation>
            <numerusform>{n} day</numerusform>
            <numerusform>{n} days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} journal</source>
        <comment>{n} journaux</comment>
        <translation>
            <numerusform>{n} journal</numerusform>
            <numerusform>{n} journals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} journal avec un doute</source>
        <comment>{n} journaux avec un doute</comment>
        <translation>
            <numerusform>{n} journal with a doubt</numerusform>
            <numerusform>{n} journals with a doubt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} journal à relancer</source>
        <comment>{n} journaux à relancer</comment>
        <translation>
            <numerusform>{n} journal to remind</numerusform>
            <numerusform>{n} journals to remind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ligne</source>
        <comment>{n} lignes</comment>
        <translation>
            <numerusform>{n} line</numerusform>
            <numerusform>{n} lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} ligne identique</source>
        <comment>{n} lignes identiques</comment>
        <translation>
            <numerusform>{n} identical line</numerusform>
            <numerusform>{n} identical lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} logement</source>
        <comment>{n} logements</comment>
        <translation>
            <numerusform>{n} dwelling</numerusform>
            <numerusform>{n} dwellings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} milieu</source>
        <comment>{n} milieux</comment>
        <translation>
            <numerusform>{n} site</numerusform>
            <numerusform>{n} sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} milieu passe</source>
        <comment>{n} milieux passent</comment>
        <translation>
            <numerusform>{n} site moves</numerusform>
            <numerusform>{n} sites move</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} minute</source>
        <comment>{n} minutes</comment>
        <translation>
            <numerusform>{n} minute</numerusform>
            <numerusform>{n} minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} nouvelle personne</source>
        <comment>{n} nouvelles personnes</comment>
        <translation>
            <numerusform>{n} new person</numerusform>
            <numerusform>{n} new people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} participation</source>
        <comment>{n} participations</comment>
        <translation>
            <numerusform>{n} participation</numerusform>
            <numerusform>{n} participations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} proposition</source>
        <comment>{n} propositions</comment>
        <translation>
            <numerusform>{n} proposal</numerusform>
            <numerusform>{n} proposals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} proposition prise</source>
        <comment>{n} propositions prises</comment>
        <translation>
            <numerusform>{n} proposal taken</numerusform>
            <numerusform>{n} proposals taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} retrait</source>
        <comment>{n} retraits</comment>
        <translation>
            <numerusform>{n} withdrawal</numerusform>
            <numerusform>{n} withdrawals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} référence</source>
        <comment>{n} références</comment>
        <translation>
            <numerusform>{n} referral</numerusform>
            <numerusform>{n} referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} référence ouverte</source>
        <comment>{n} références ouvertes</comment>
        <translation>
            <numerusform>{n} open referral</numerusform>
            <numerusform>{n} open referrals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} suggestion</source>
        <comment>{n} suggestions</comment>
        <translation>
            <numerusform>{n} suggestion</numerusform>
            <numerusform>{n} suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} séance</source>
        <comment>{n} séances</comment>
        <translation>
            <numerusform>{n} session</numerusform>
            <numerusform>{n} sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} tableau</source>
        <comment>{n} tableaux</comment>
        <translation>
            <numerusform>{n} table</numerusform>
            <numerusform>{n} tables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} à envoyer</source>
        <comment>{n} à envoyer</comment>
        <translation>
            <numerusform>{n} to send</numerusform>
            <numerusform>{n} to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} écriture</source>
        <comment>{n} écritures</comment>
        <translation>
            <numerusform>{n} entry</numerusform>
            <numerusform>{n} entries</numerusform>
        </translation>
    </message>
    <message>
        <source>{plusieurs} au plus</source>
        <translation>{plusieurs} at most</translation>
    </message>
    <message>
        <source>{pour}, le lieu est généralisé : l’immeuble a moins de {minimum} logements, leur nombre n’est pas noté, ou il n’y a pas de milieu. L’organisme et le mois partent; l’immeuble et le jour restent ici.</source>
        <translation>{pour}, the place is generalized: the building has fewer than {minimum} dwellings, their number is not noted, or there is no site. The organization and the month leave; the building and the day stay here.</translation>
    </message>
    <message>
        <source>{quand} écrite{refaite}. Remettez-la à chaque journal.</source>
        <translation>{quand} written{refaite}. Give it to each journal.</translation>
    </message>
    <message>
        <source>{quand}, {heure} h {minute:02d} ({mega} Mo)</source>
        <translation>{quand}, {heure}:{minute:02d} ({mega} MB)</translation>
    </message>
    <message>
        <source>{quoi} de plus ?</source>
        <translation>Another {quoi}?</translation>
    </message>
    <message>
        <source>{rang} trimestre de {annee}</source>
        <translation>{rang} quarter of {annee}</translation>
    </message>
    <message>
        <source>{revision}, le {quand}</source>
        <translation>{revision}, on {quand}</translation>
    </message>
    <message>
        <source>{semaine} {jour}</source>
        <translation>{semaine}, {jour}</translation>
    </message>
    <message>
        <source>{taux} %</source>
        <translation>{taux}%</translation>
    </message>
    <message>
        <source>{titre}. Base : {base}.</source>
        <translation>{titre}. Base: {base}.</translation>
    </message>
    <message>
        <source>« {dossier} » n’est pas là : rien n’a été écrit.</source>
        <translation>“{dossier}” is not there: nothing was written.</translation>
    </message>
    <message>
        <source>« {fichier} » ne dit pas quel genre de fichier écrire.</source>
        <translation>“{fichier}” does not say which kind of file to write.</translation>
    </message>
    <message>
        <source>« {nom} » est au répertoire</source>
        <translation>“{nom}” is in the directory</translation>
    </message>
    <message>
        <source>« {nom} » est fermé</source>
        <translation>“{nom}” is closed</translation>
    </message>
    <message>
        <source>« {nom} » est vérifié</source>
        <translation>“{nom}” is checked</translation>
    </message>
    <message>
        <source>« {nom} » : décision enregistrée</source>
        <translation>“{nom}”: decision saved</translation>
    </message>
    <message>
        <source>« {nom} » change</source>
        <translation>“{nom}” changes</translation>
    </message>
    <message>
        <source>« {nom} » ne commence que le {debut}.</source>
        <translation>“{nom}” only begins on {debut}.</translation>
    </message>
    <message>
        <source>« {note} »</source>
        <translation>“{note}”</translation>
    </message>
    <message>
        <source>« {titre} » est au répertoire</source>
        <translation>“{titre}” is in the directory</translation>
    </message>
    <message>
        <source>« {titre} » est vérifié</source>
        <translation>“{titre}” is checked</translation>
    </message>
    <message>
        <source>«&#xa0;{nom}&#xa0;» est déjà au répertoire.</source>
        <translation>“{nom}” is already in the directory.</translation>
    </message>
    <message>
        <source>À &amp;partir du</source>
        <translation>&amp;Starting on</translation>
    </message>
    <message>
        <source>À &amp;propos</source>
        <translation>&amp;About</translation>
    </message>
    <message>
        <source>À décider</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>À faire &amp;le</source>
        <translation>&amp;To do on</translation>
    </message>
    <message>
        <source>À faire d’abord</source>
        <translation>To do first</translation>
    </message>
    <message>
        <source>À faire le</source>
        <translation>To do on</translation>
    </message>
    <message>
        <source>À imprimer</source>
        <translation>To print</translation>
    </message>
    <message>
        <source>À regarder</source>
        <translation>To look at</translation>
    </message>
    <message>
        <source>À relancer</source>
        <translation>To follow up</translation>
    </message>
    <message>
        <source>À remettre à {qui} (accusé {numero}).</source>
        <translation>To be given to {qui} (acknowledgement {numero}).</translation>
    </message>
    <message>
        <source>À suivre</source>
        <translation>To follow</translation>
    </message>
    <message>
        <source>À vérifier : créé en passant, par une reprise.</source>
        <translation>To be checked: created in passing, by a takeover.</translation>
    </message>
    <message>
        <source>À vérifier : créée en passant, par une saisie ou une reprise.</source>
        <translation>To be checked: created in passing, by an entry or a takeover.</translation>
    </message>
    <message>
        <source>À éclaircir avec la personne</source>
        <translation>To clear up with the person</translation>
    </message>
    <message>
        <source>Âge</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>Âges</source>
        <translation>Ages</translation>
    </message>
    <message>
        <source>É&amp;changer les deux</source>
        <translation>Swap &amp;the two</translation>
    </message>
    <message>
        <source>É&amp;dition</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>Écart</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Échap, dans une étape</source>
        <translation>Esc, in a step</translation>
    </message>
    <message>
        <source>Écri&amp;re la clé de secours…</source>
        <translation>Write the &amp;recovery key…</translation>
    </message>
    <message>
        <source>Écrire la clé de secours</source>
        <translation>Write the recovery key</translation>
    </message>
    <message>
        <source>Écrire le &amp;fichier…</source>
        <translation>Write the &amp;file…</translation>
    </message>
    <message>
        <source>Écrire le &amp;lot (Ctrl+Entrée)</source>
        <translation>Write the &amp;lot (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Écrire le lot</source>
        <translation>Write the lot</translation>
    </message>
    <message>
        <source>Écrire les &amp;accusés…</source>
        <translation>Write the &amp;acknowledgements…</translation>
    </message>
    <message>
        <source>Écrit dans {fichier}</source>
        <translation>Written to {fichier}</translation>
    </message>
    <message>
        <source>Écriture de la clé de secours</source>
        <translation>Writing the recovery key</translation>
    </message>
    <message>
        <source>Écriture de la demande</source>
        <translation>Writing the request</translation>
    </message>
    <message>
        <source>Écriture de l’acceptation</source>
        <translation>Writing the acceptance</translation>
    </message>
    <message>
        <source>Écriture de l’invitation</source>
        <translation>Writing the invitation</translation>
    </message>
    <message>
        <source>Écriture de l’édition</source>
        <translation>Writing the edition</translation>
    </message>
    <message>
        <source>Écriture des accusés</source>
        <translation>Writing the acknowledgements</translation>
    </message>
    <message>
        <source>Écriture des propositions</source>
        <translation>Writing the proposals</translation>
    </message>
    <message>
        <source>Écriture du document</source>
        <translation>Writing the document</translation>
    </message>
    <message>
        <source>Écriture du lot</source>
        <translation>Writing the lot</translation>
    </message>
    <message>
        <source>Écriture en deux versions</source>
        <translation>Entry in two versions</translation>
    </message>
    <message>
        <source>Écritures</source>
        <translation>Entries</translation>
    </message>
    <message>
        <source>Écritures du journal à ce lot</source>
        <translation>Entries of the journal at this lot</translation>
    </message>
    <message>
        <source>Écritures qui comptent</source>
        <translation>Entries that count</translation>
    </message>
    <message>
        <source>Écrivez DESTINATION:SERVICE:MODE:STATUT.</source>
        <translation>Write DESTINATION:SERVICE:MODE:STATUT.</translation>
    </message>
    <message>
        <source>Écrivez OH, OBNL, COOP, AUTRE ou SANS_MILIEU.</source>
        <translation>Write OH, OBNL, COOP, AUTRE or SANS_MILIEU.</translation>
    </message>
    <message>
        <source>Écrivez des minutes entières, par exemple 45, ou 1h30.</source>
        <translation>Write whole minutes, for example 45, or 1h30.</translation>
    </message>
    <message>
        <source>Écrivez la date : les conséquences s’affichent.</source>
        <translation>Write the date: the consequences are shown.</translation>
    </message>
    <message>
        <source>Écrivez la date.</source>
        <translation>Write the date.</translation>
    </message>
    <message>
        <source>Écrivez la durée.</source>
        <translation>Write the duration.</translation>
    </message>
    <message>
        <source>Écrivez le code.</source>
        <translation>Write the code.</translation>
    </message>
    <message>
        <source>Écrivez le nom du milieu.</source>
        <translation>Write the name of the site.</translation>
    </message>
    <message>
        <source>Écrivez le nom du modèle.</source>
        <translation>Write the name of the template.</translation>
    </message>
    <message>
        <source>Écrivez le nombre de personnes présentes.</source>
        <translation>Write the number of people present.</translation>
    </message>
    <message>
        <source>Écrivez le numéro d’un lot, ou 0.</source>
        <translation>Write the number of a lot, or 0.</translation>
    </message>
    <message>
        <source>Écrivez par exemple 2025-03.</source>
        <translation>Write for example 2025-03.</translation>
    </message>
    <message>
        <source>Écrivez par exemple « sauvegarde restaurée » ou « nouvel ordinateur ».</source>
        <translation>Write for example “sauvegarde restaurée” or “nouvel ordinateur”.</translation>
    </message>
    <message>
        <source>Écrivez plutôt ce qu’il est devenu, avec sa date.</source>
        <translation>Write instead what it has become, with its date.</translation>
    </message>
    <message>
        <source>Écrivez pourquoi ; le journal la lira.</source>
        <translation>Write why; the journal will read it.</translation>
    </message>
    <message>
        <source>Écrivez pourquoi, en quelques mots.</source>
        <translation>Write why, in a few words.</translation>
    </message>
    <message>
        <source>Écrivez pourquoi.</source>
        <translation>Write why.</translation>
    </message>
    <message>
        <source>Écrivez pourquoi; le journal la lira.</source>
        <translation>Write why; the journal will read it.</translation>
    </message>
    <message>
        <source>Écrivez son nom.</source>
        <translation>Write its name.</translation>
    </message>
    <message>
        <source>Écrivez un nom, ou videz la cellule.</source>
        <translation>Write a name, or empty the cell.</translation>
    </message>
    <message>
        <source>Écrivez un nombre entier de {minimum} à {maximum}.</source>
        <translation>Write a whole number from {minimum} to {maximum}.</translation>
    </message>
    <message>
        <source>Écrivez un nombre entier, 0 ou plus.</source>
        <translation>Write a whole number, 0 or more.</translation>
    </message>
    <message>
        <source>Écrivez un titre.</source>
        <translation>Write a title.</translation>
    </message>
    <message>
        <source>Écrivez {mot}, ou annulez.</source>
        <translation>Type {mot}, or cancel.</translation>
    </message>
    <message>
        <source>Écrivez-la comme 2025-03-14 ou 14/03/2025.</source>
        <translation>Write it like 2025-03-14 or 14/03/2025.</translation>
    </message>
    <message>
        <source>Écrivez-la en quelques mots : elle reste au registre.</source>
        <translation>Write it in a few words: it stays in the register.</translation>
    </message>
    <message>
        <source>Écrivez-le.</source>
        <translation>Write it.</translation>
    </message>
    <message>
        <source>Édition de la région</source>
        <translation>Edition of the region</translation>
    </message>
    <message>
        <source>Édition du vocabulaire</source>
        <translation>Edition of the vocabulary</translation>
    </message>
    <message>
        <source>Édition {numero} du {du}</source>
        <translation>Edition {numero} of {du}</translation>
    </message>
    <message>
        <source>Édition {numero} du {du}, {locales}</source>
        <translation>Edition {numero} of {du}, {locales}</translation>
    </message>
    <message>
        <source>Élargissez la période ou retirez un critère.</source>
        <translation>Widen the period or remove a criterion.</translation>
    </message>
    <message>
        <source>Étape 1 sur 4. Quatre réponses, et votre journal sera prêt.</source>
        <translation>Step 1 of 4. Four answers, and your journal will be ready.</translation>
    </message>
    <message>
        <source>Étape 2 sur 4. Elle chiffre le journal et l’ouvrira chaque jour. Quatre ou cinq mots sans lien entre eux font une bonne phrase.</source>
        <translation>Step 2 of 4. It encrypts the journal and will open it every day. Four or five unrelated words make a good passphrase.</translation>
    </message>
    <message>
        <source>Étape 3 sur 4. Votre journal est créé. Si vous oubliez votre phrase de passe, seul ce code l’ouvrira. Il n’est montré qu’une fois : écrivez-le, ou imprimez la feuille, et gardez-le sous clé, loin de l’ordinateur.</source>
        <translation>Step 3 of 4. Your journal is created. If you forget your passphrase, only this code will open it. It is shown only once: write it down, or print the sheet, and keep it under lock and key, far from the computer.</translation>
    </message>
    <message>
        <source>Étape 4 sur 4. Lisez votre feuille et tapez ces deux groupes.</source>
        <translation>Step 4 of 4. Read your sheet and type these two groups.</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>à décider</source>
        <translation>to decide</translation>
    </message>
    <message>
        <source>à partir du {du}</source>
        <translation>from {du}</translation>
    </message>
    <message>
        <source>à peine commencé</source>
        <translation>barely begun</translation>
    </message>
    <message>
        <source>à vérifier</source>
        <translation>to be checked</translation>
    </message>
    <message>
        <source>écrit, sans nouvelle du coordonnateur</source>
        <translation>written, no news from the coordinator</translation>
    </message>
    <message>
        <source>était déjà prise : rien n’a changé.</source>
        <translation>was already taken: nothing has changed.</translation>
    </message>
    <message>
        <source>≠ différent</source>
        <translation>≠ different</translation>
    </message>
    <message>
        <source>✓ Assez longue</source>
        <translation>✓ Long enough</translation>
    </message>
    <message>
        <source>✓ Ce sont bien les chiffres de « {nom} ».</source>
        <translation>✓ These are indeed the digits of “{nom}”.</translation>
    </message>
    <message>
        <source>✓ Clé de secours écrite : {chemin}
Elle ouvre ce qui est chiffré pour {publique}. Imprimez-la, gardez-la sous clé, puis effacez le fichier.</source>
        <translation>✓ Recovery key written: {chemin}
It opens what is encrypted for {publique}. Print it, keep it under lock and key, then delete the file.</translation>
    </message>
    <message>
        <source>✓ Identique</source>
        <translation>✓ Identical</translation>
    </message>
    <message>
        <source>✓ Identique : {relus}, {lignes}. Le dossier refait est dans {place}</source>
        <translation>✓ Identical: {relus}, {lignes}. The rebuilt folder is in {place}</translation>
    </message>
    <message>
        <source>✓ Les 30 chiffres y sont.</source>
        <translation>✓ The 30 digits are there.</translation>
    </message>
</context>
</TS>
