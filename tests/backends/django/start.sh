django-admin startproject campaign .
python3 manage.py startapp links
cat settings.py >>campaign/settings.py
cp models.py links/models.py
cp urls.py campaign/urls.py
python3 manage.py makemigrations links
python3 manage.py migrate
python3 manage.py runserver --noreload "127.0.0.1:$PORT"
