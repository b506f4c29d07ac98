from django.db import models


class Link(models.Model):
    postId = models.CharField(max_length=20, unique=True)
    link = models.URLField()
    key = models.CharField(max_length=36)
