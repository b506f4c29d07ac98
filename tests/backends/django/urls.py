from django.urls import path
from links.models import Link
from rest_framework.generics import CreateAPIView
from rest_framework.serializers import ModelSerializer


class LinkSerializer(ModelSerializer):
    class Meta:
        model = Link
        fields = ["postId", "link", "key"]


urlpatterns = [path("links", CreateAPIView.as_view(serializer_class=LinkSerializer))]
